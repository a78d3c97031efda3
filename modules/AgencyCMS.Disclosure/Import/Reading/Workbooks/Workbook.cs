using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace AgencyCMS.Disclosure.Import.Reading.Workbooks;

/// <summary>What the sheets of a workbook share.</summary>
internal sealed class Workbook
{
    private const int MaxTexts = 2_000_000;

    // Names of sections and the like are named by thousands of cells; long texts are not.
    private const long MaxRepeatedCharacters = 100_000_000;
    private readonly IReadOnlyList<string> _texts;
    private readonly HashSet<int> _named = [];
    private long _repeated;

    public Workbook(WorkbookPart part)
    {
        var workbook = part.Workbook ?? throw new InvalidDataException("It holds no workbook.");
        Formats = new CellFormats(part.WorkbookStylesPart?.Stylesheet, workbook.WorkbookProperties?.Date1904?.Value == true);
        _texts = part.SharedStringTablePart is { } texts ? ReadTexts(texts) : [];
        Sheets =
        [
            .. from sheet in workbook.Sheets?.Elements<Sheet>() ?? []
               where sheet.State is null || sheet.State.Value == SheetStateValues.Visible
               where sheet.Id?.Value is not null && part.TryGetPartById(sheet.Id.Value, out var found) && found is WorksheetPart
               select new VisibleSheet(sheet.Name?.Value ?? "", (WorksheetPart)part.GetPartById(sheet.Id!.Value!)),
        ];
    }

    public CellFormats Formats { get; }

    /// <summary>The sheets that people see, in their order. What is hidden was not meant to be published.</summary>
    public IReadOnlyList<VisibleSheet> Sheets { get; }

    /// <summary>A text that a cell names by its place.</summary>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="UnreadableFileException">Written out, the table would be far larger than its file.</exception>
    public string? TextAt(int place)
    {
        var text = place >= 0 && place < _texts.Count ? _texts[place] : null;
        if (text is not null && !_named.Add(place) && (_repeated += text.Length) > MaxRepeatedCharacters)
        {
            throw WorkbookShape.Refuse();
        }
        return text;
    }

    /// <summary>Text of a shared or inline string. How it is to be read aloud is no part of it.</summary>
    public static string TextOf(RstType item) =>
        Unescape(item.GetFirstChild<Text>()?.Text ?? string.Concat(item.Elements<Run>().Select(run => run.Text?.Text)));

    /// <summary>Text as it is meant: characters that XML cannot hold are written as <c>_x000D_</c>.</summary>
    public static string Unescape(string text) =>
        (text.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(text) : text).ReplaceLineEndings("\n");

    // Texts are many and small: building an element of each would take ten times as long.
    private static List<string> ReadTexts(SharedStringTablePart part)
    {
        var texts = new List<string>();
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = XmlReader.Create(stream, WorkbookShape.Xml);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "si")
            {
                texts.Add(texts.Count < MaxTexts ? Unescape(ReadText(reader)) : throw WorkbookShape.Refuse());
            }
        }
        return texts;
    }

    private static string ReadText(XmlReader reader)
    {
        var text = new StringBuilder();
        var level = reader.Depth;
        if (reader.IsEmptyElement || !reader.Read())
        {
            return "";
        }
        while (reader.Depth > level)
        {
            switch (reader.NodeType, reader.LocalName)
            {
                case (XmlNodeType.Element, "t"): text.Append(reader.ReadElementContentAsString()); break;
                case (XmlNodeType.Element, "rPh"): reader.Skip(); break;
                default: reader.Read(); break;
            }
        }
        return text.ToString();
    }
}

/// <summary>A sheet that people see.</summary>
internal sealed record VisibleSheet(string Name, WorksheetPart Part);
