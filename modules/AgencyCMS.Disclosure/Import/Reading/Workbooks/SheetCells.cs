using System.Globalization;
using AgencyCMS.Modularity.Problems;
using DocumentFormat.OpenXml.Spreadsheet;

namespace AgencyCMS.Disclosure.Import.Reading.Workbooks;

/// <summary>Reads cells as people see them.</summary>
internal sealed class SheetCells(Workbook book)
{
    /// <param name="cell">The cell.</param>
    /// <param name="name">Its name, for messages.</param>
    public (string Text, Problem? Fault) Read(Cell cell, string name)
    {
        var raw = cell.CellValue?.Text;
        var type = cell.DataType?.Value ?? CellValues.Number;
        // Programs that write formulas without reckoning them leave the value empty; of a text alone that is a value.
        if (cell.CellFormula is not null && (raw is null || (raw.Length == 0 && type != CellValues.String)))
        {
            return ("", ImportProblems.FormulaWithoutValue(name));
        }
        if (type == CellValues.Error)
        {
            return (raw ?? "", ImportProblems.CellHoldsError(name, raw ?? ""));
        }
        return Show(cell, type, raw ?? "", name) is not { } text ? (raw ?? "", ImportProblems.NumberTooLong(name))
            : (text, (text.Length > 0 || raw is { Length: > 0 }) && book.Formats.IsUnseen(StyleOf(cell)) ? ImportProblems.CellUnseen(name) : null);
    }

    private static int StyleOf(Cell cell) => (int)(cell.StyleIndex?.Value ?? 0);

    private string? Show(Cell cell, CellValues type, string raw, string name) =>
        type == CellValues.InlineString ? cell.InlineString is { } inline ? Workbook.TextOf(inline) : ""
        : raw.Length == 0 ? ""
        : type == CellValues.SharedString ? book.TextAt(int.Parse(raw, CultureInfo.InvariantCulture)) ?? throw new InvalidDataException($"The text of the cell {name} is missing.")
        : type == CellValues.Boolean ? raw == "1" ? "TRUE" : "FALSE"
        : type == CellValues.Date && DateTime.TryParse(raw, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment) ? CellFormats.Show(moment)
        : type == CellValues.Number && double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? book.Formats.Show(number, StyleOf(cell))
        : Workbook.Unescape(raw);
}
