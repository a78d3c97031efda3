using AgencyCMS.Modularity.Problems;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace AgencyCMS.Disclosure.Import.Reading.Workbooks;

/// <summary>Reads a sheet row by row, as people see it: a cell that was merged over several rows counts for each of them.</summary>
internal sealed class SheetRows(VisibleSheet sheet, Workbook book)
{
    private const int MaxColumns = 1000;

    // In characters and in points: what was drawn narrower than this is not seen.
    private const double LeastWidth = 0.5;
    private const double LeastHeight = 1;
    private readonly SheetCells _cells = new(book);

    public IEnumerable<TableRow> Read()
    {
        var merges = new SheetMerges(sheet.Part);
        var hidden = new HashSet<int>();
        var number = 0;
        using var reader = OpenXmlReader.Create(sheet.Part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Column) && reader.LoadCurrentElement() is Column column && (column.Hidden?.Value == true || column.Width?.Value < LeastWidth))
            {
                hidden.UnionWith(Enumerable.Range((int)(column.Min?.Value ?? 1) - 1, Math.Min(MaxColumns, (int)((column.Max?.Value ?? 1) - (column.Min?.Value ?? 1)) + 1)));
            }
            else if (reader.ElementType == typeof(Row) && reader.LoadCurrentElement() is Row row)
            {
                number = (int?)row.RowIndex?.Value ?? number + 1;
                var read = Read(row, number, hidden);
                yield return read.IsBlank ? read : merges.Fill(read);
            }
        }
    }

    private TableRow Read(Row row, int number, HashSet<int> hidden)
    {
        var values = new List<string>();
        var faults = new Dictionary<int, Problem>();
        var next = 0;
        foreach (var cell in row.Elements<Cell>())
        {
            var place = CellReference.Parse(cell.CellReference?.Value)?.Column ?? next;
            next = place + 1;
            var (text, fault) = _cells.Read(cell, CellReference.ColumnName(place) + number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (place >= MaxColumns || (text.Length == 0 && fault is null))
            {
                continue;
            }
            values.AddRange(Enumerable.Repeat("", Math.Max(0, place + 1 - values.Count)));
            values[place] = text;
            if (fault is not null)
            {
                faults[place] = fault;
            }
            else if (hidden.Contains(place))
            {
                faults[place] = ImportProblems.ColumnHidden(CellReference.ColumnName(place));
            }
        }
        return new TableRow(number, values) { Faults = faults, IsHidden = row.Hidden?.Value == true || row.Height?.Value < LeastHeight };
    }
}
