using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace AgencyCMS.Disclosure.Import.Reading.Workbooks;

/// <summary>What the sheets of a workbook share.</summary>
internal sealed class Workbook
{
    public Workbook(WorkbookPart part)
    {
        var workbook = part.Workbook ?? throw new InvalidDataException("It holds no workbook.");
        Formats = new CellFormats(part.WorkbookStylesPart?.Stylesheet, workbook.WorkbookProperties?.Date1904?.Value == true);
        Texts = part.SharedStringTablePart is { } texts ? ReadTexts(texts) : [];
        Sheets =
        [
            .. from sheet in workbook.Sheets?.Elements<Sheet>() ?? []
               where sheet.State is null || sheet.State.Value == SheetStateValues.Visible
               where sheet.Id?.Value is not null && part.TryGetPartById(sheet.Id.Value, out var found) && found is WorksheetPart
               select new VisibleSheet(sheet.Name?.Value ?? "", (WorksheetPart)part.GetPartById(sheet.Id!.Value!)),
        ];
    }

    public CellFormats Formats { get; }

    /// <summary>Texts that cells name by their place.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>The sheets that people see, in their order. What is hidden was not meant to be published.</summary>
    public IReadOnlyList<VisibleSheet> Sheets { get; }

    /// <summary>Text of a shared or inline string. How it is to be read aloud is no part of it.</summary>
    public static string TextOf(RstType item) =>
        Unescape(item.GetFirstChild<Text>()?.Text ?? string.Concat(item.Elements<Run>().Select(run => run.Text?.Text)));

    /// <summary>Text as it is meant: characters that XML cannot hold are written as <c>_x000D_</c>.</summary>
    public static string Unescape(string text) =>
        (text.Contains("_x", StringComparison.Ordinal) ? System.Xml.XmlConvert.DecodeName(text) : text).ReplaceLineEndings("\n");

    private static List<string> ReadTexts(SharedStringTablePart part)
    {
        var texts = new List<string>();
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.LoadCurrentElement() is SharedStringItem item)
            {
                texts.Add(TextOf(item));
            }
        }
        return texts;
    }
}

/// <summary>A sheet that people see.</summary>
internal sealed record VisibleSheet(string Name, WorksheetPart Part);
