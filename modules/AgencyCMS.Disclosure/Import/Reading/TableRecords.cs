using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AgencyCMS.Modularity.Tables;

namespace AgencyCMS.Disclosure.Import.Reading;

/// <summary>Turns the rows of a table into records. The heading is looked for: offices write titles, units and dates above it.</summary>
internal static class TableRecords
{
    private const int RowsForHeading = 20;
    private const int RowsLookedAt = 500;

    /// <summary>Tables of offices have some dozens of columns; each costs in every row.</summary>
    private const int MaxColumns = 500;
    private static readonly ImportMap Usual = new();

    /// <exception cref="UnreadableFileException">The heading cannot be read.</exception>
    public static async IAsyncEnumerable<ImportRecord> ReadAsync(IAsyncEnumerable<TableRow> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var rest = rows.Where(row => !row.IsBlank).GetAsyncEnumerator(cancellationToken);
        var head = new List<TableRow>();
        while (head.Count < RowsForHeading && await rest.MoveNextAsync())
        {
            head.Add(rest.Current);
        }
        if (FindHeading(head) is not { } heading)
        {
            yield break;
        }
        if (!IsHeading(heading))
        {
            await LookFurtherAsync(head, rest);
        }
        var columns = Names(heading.Values);
        foreach (var row in head.Skip(head.IndexOf(heading) + 1).Where(row => !IsAgain(row, heading)))
        {
            yield return Record(row, columns);
        }
        while (await rest.MoveNextAsync())
        {
            if (!IsAgain(rest.Current, heading))
            {
                yield return Record(rest.Current, columns);
            }
        }
    }

    /// <summary>True when a row names the title, or at least two columns that are known.</summary>
    public static bool IsHeading(TableRow row) => Known(row) > 1 || row.Values.Any(value => Usual.PropertyOf(value) == "title");

    // Headings that nobody knows may stand where the map says what they mean; but known ones further down are the true ones.
    private static async Task LookFurtherAsync(List<TableRow> head, IAsyncEnumerator<TableRow> rest)
    {
        while (head.Count < RowsLookedAt && await rest.MoveNextAsync())
        {
            head.Add(rest.Current);
            if (rest.Current is { IsHidden: false } row && IsHeading(row))
            {
                throw new UnreadableFileException(ImportProblems.HeadingFarBelow(row.Line, RowsForHeading));
            }
        }
    }

    private static TableRow? FindHeading(IEnumerable<TableRow> head)
    {
        var shown = head.Where(row => !row.IsHidden).ToList();
        var heading = shown.Where(IsHeading).MaxBy(Known) ?? shown.FirstOrDefault(row => row.Values.Count(value => CellText.Trim(value).Length > 0) > 1) ?? shown.FirstOrDefault();
        return heading?.Fault is null ? heading : throw new UnreadableFileException(ImportProblems.HeadingNotReadable(heading.Line));
    }

    // Tables made for paper have their heading on every page.
    private static bool IsAgain(TableRow row, TableRow heading) => IsHeading(row) && row.Values.Select(CellText.Trim).SequenceEqual(heading.Values.Select(CellText.Trim));

    private static int Known(TableRow row) => row.Values.Count(value => Usual.PropertyOf(CellText.Trim(value)) is not null);

    // A column without a heading still has a name, so that nothing in it vanishes unseen; the same name twice is two columns.
    private static List<string> Names(IReadOnlyList<string> heading)
    {
        if (heading.Count > MaxColumns)
        {
            // What a spreadsheet writes behind the last column that is used.
            heading = [.. heading.Take(1 + heading.Select((text, place) => CellText.Trim(text).Length > 0 ? place : -1).Max())];
        }
        if (heading.Count > MaxColumns)
        {
            throw new UnreadableFileException(ImportProblems.TooManyColumns(heading.Count, MaxColumns));
        }
        var names = new List<string>();
        foreach (var (place, text) in heading.Select(text => CellText.Trim(SafeCell.Read(text))).Index())
        {
            var name = text.Length == 0 ? $"({CellReference.ColumnName(place)})" : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            var again = 1 + names.Count(other => other == name || other.StartsWith(name + " (", StringComparison.Ordinal));
            names.Add(again == 1 ? name : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} ({again})"));
        }
        return names;
    }

    private static ImportRecord Record(TableRow row, IReadOnlyList<string> columns)
    {
        var values = new JsonObject();
        foreach (var (name, text) in columns.Zip(row.Values))
        {
            if (CellText.Trim(CellText.Unwrapped(SafeCell.Read(text))) is { Length: > 0 } value)
            {
                values[name] = value;
            }
        }
        var emptied = columns.Where((name, place) => !values.ContainsKey(name) && !row.Faults.ContainsKey(place));
        var isTooLong = row.Values.Skip(columns.Count).Any(value => CellText.Trim(value).Length > 0);
        var fault = row.IsHidden ? ImportProblems.RowHidden() : isTooLong ? ImportProblems.TooManyValues(row.Values.Count, columns.Count) : null;
        return new ImportRecord(row.Line, values, row.Fault ?? fault)
        {
            Emptied = emptied.ToHashSet(StringComparer.Ordinal),
            ColumnFaults = row.Faults.Where(pair => pair.Key < columns.Count).ToDictionary(pair => columns[pair.Key], pair => pair.Value, StringComparer.Ordinal),
        };
    }
}
