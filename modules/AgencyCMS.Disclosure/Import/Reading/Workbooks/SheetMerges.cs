using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace AgencyCMS.Disclosure.Import.Reading.Workbooks;

/// <summary>Cells that were merged over several rows: the value stands in the first row alone and counts for all.</summary>
internal sealed class SheetMerges
{
    private readonly Queue<Merge> _ahead;
    private readonly List<Merge> _open = [];

    public SheetMerges(WorksheetPart part)
    {
        var merges = new List<Merge>();
        using var reader = OpenXmlReader.Create(part);
        // The list stands behind the rows.
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SheetData))
            {
                reader.Skip();
            }
            if (reader.ElementType == typeof(MergeCell) && reader.IsStartElement && Parse(reader.Attributes.FirstOrDefault(attribute => attribute.LocalName == "ref").Value) is { } merge)
            {
                merges.Add(merge);
            }
        }
        _ahead = new Queue<Merge>(merges.OrderBy(merge => merge.Top));
    }

    /// <summary>The row with the values of what was merged into it. Rows must come in their order.</summary>
    public TableRow Fill(TableRow row)
    {
        while (_ahead.TryPeek(out var next) && next.Top <= row.Line)
        {
            _open.Add(_ahead.Dequeue());
        }
        _open.RemoveAll(merge => merge.Bottom < row.Line);
        if (_open.Count == 0)
        {
            return row;
        }
        var values = row.Values.ToList();
        var faults = row.Faults.ToDictionary();
        foreach (var merge in _open)
        {
            if (merge.Top == row.Line)
            {
                merge.Value = values.ElementAtOrDefault(merge.Column) ?? "";
                merge.Fault = faults.GetValueOrDefault(merge.Column);
            }
            else
            {
                values.AddRange(Enumerable.Repeat("", Math.Max(0, merge.Column + 1 - values.Count)));
                values[merge.Column] = merge.Value;
                if (merge.Fault is { } fault)
                {
                    faults[merge.Column] = fault;
                }
            }
        }
        return row with { Values = values, Faults = faults };
    }

    private static Merge? Parse(string? reference)
    {
        var ends = (reference ?? "").Split(':');
        return ends.Length == 2 && CellReference.Parse(ends[0]) is var (column, top) && CellReference.Parse(ends[1]) is var (_, bottom) && bottom > top
            ? new Merge { Column = column, Top = top, Bottom = bottom }
            : null;
    }

    private sealed class Merge
    {
        public required int Column { get; init; }
        public required int Top { get; init; }
        public required int Bottom { get; init; }
        public string Value { get; set; } = "";
        public Modularity.Problems.Problem? Fault { get; set; }
    }
}
