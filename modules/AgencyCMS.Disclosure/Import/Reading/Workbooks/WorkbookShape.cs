using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace AgencyCMS.Disclosure.Import.Reading.Workbooks;

/// <summary>
/// Walks through the parts of a workbook that are read, before the library builds its elements of them: that goes down level by level on the stack, and holds a
/// whole row in memory. A file may be small and still be built of more than fits.
/// </summary>
internal static class WorkbookShape
{
    /// <summary>How XML from outside is read.</summary>
    public static readonly XmlReaderSettings Xml = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    // More than any office program writes, also with its extensions.
    private const int MaxLevels = 48;
    private const int MaxTextCharacters = 4_000_000; // bodies as HTML in one cell; Excel itself ends at 32,767

    // Of Excel: rows of a sheet, columns of a row with what stands in a cell, merged ranges and descriptions of columns that a person could make.
    private const int MaxRows = 1_048_576;
    private const int MaxElementsOfRow = 16_384 * 4;
    private const int MaxOthers = 1_000_000;

    /// <exception cref="UnreadableFileException">It is built as no office program does.</exception>
    /// <exception cref="XmlException">A part is damaged.</exception>
    public static void Check(WorkbookPart part)
    {
        foreach (var each in new OpenXmlPart?[] { part, part.WorkbookStylesPart, part.SharedStringTablePart }.Concat(part.WorksheetParts).OfType<OpenXmlPart>())
        {
            Check(each);
        }
    }

    private static void Check(OpenXmlPart part)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = XmlReader.Create(stream, Xml);
        var buffer = new char[4096];
        var (rows, ofRow, others) = (0, 0, 0);
        var rowLevel = -1;
        while (reader.Read())
        {
            if (reader.Depth > MaxLevels)
            {
                throw Refuse();
            }
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                CheckText(reader, buffer);
            }
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }
            if (reader.LocalName == "row" && (rowLevel < 0 || reader.Depth <= rowLevel))
            {
                (rowLevel, ofRow) = (reader.Depth, 0);
                rows++;
            }
            else if (rowLevel >= 0 && reader.Depth > rowLevel)
            {
                ofRow++;
            }
            else
            {
                others += part is SharedStringTablePart ? 0 : 1; // counted where they are read
            }
            if (rows > MaxRows || ofRow > MaxElementsOfRow || others > MaxOthers)
            {
                throw Refuse();
            }
        }
    }

    public static UnreadableFileException Refuse() => new(ImportProblems.WorkbookBuiltOddly());

    private static void CheckText(XmlReader reader, char[] buffer)
    {
        long length = 0;
        int read;
        while ((read = reader.CanReadValueChunk ? reader.ReadValueChunk(buffer, 0, buffer.Length) : 0) > 0)
        {
            if ((length += read) > MaxTextCharacters)
            {
                throw Refuse();
            }
        }
    }
}
