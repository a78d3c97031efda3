using System.Runtime.CompilerServices;

namespace AgencyCMS.Disclosure.Import.Reading;

/// <summary>
/// Reads comma-separated values as RFC 4180 has them, and as spreadsheets write them: values in quotes may hold line breaks, and the sign between values may
/// also be a semicolon or a tab. A quote that is not closed spoils its own line and no other: reading goes on with the next.
/// </summary>
internal sealed class CsvRows(TextLines lines)
{
    private const int LinesForSeparator = 20;
    private const int MaxQuotedCharacters = 4 * 1024 * 1024;
    private static readonly char[] Separators = [',', ';', '\t'];
    private readonly Stack<TextLine> _again = new();

    public async IAsyncEnumerable<TableRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var separator = await FindSeparatorAsync(cancellationToken);
        while (await NextAsync(cancellationToken) is { } line)
        {
            if (line.Text.Length > 0 || line.Fault is not null)
            {
                yield return await ReadRowAsync(line, separator, cancellationToken);
            }
        }
    }

    private async Task<TableRow> ReadRowAsync(TextLine first, char separator, CancellationToken cancellationToken)
    {
        var row = new CsvRow(separator);
        var further = new List<TextLine>();
        var (line, fault, characters) = (first, first.Fault, 0);
        while (!row.Add(line.Text))
        {
            characters += line.Text.Length;
            if (row.IsBroken || characters > MaxQuotedCharacters || await NextAsync(cancellationToken) is not { } next)
            {
                PutBack(further);
                return new TableRow(first.Number, first.Text.Split(separator), fault ?? ImportProblems.QuoteNotClosed());
            }
            further.Add(next);
            (line, fault) = (next, fault ?? next.Fault);
        }
        return new TableRow(first.Number, row.Values, fault);
    }

    // Titles above the heading have no separators, and texts may hold commas: what most lines have is the separator.
    private async Task<char> FindSeparatorAsync(CancellationToken cancellationToken)
    {
        var head = new List<TextLine>();
        while (head.Count < LinesForSeparator && await NextAsync(cancellationToken) is { } line)
        {
            head.Add(line);
        }
        if (head is [{ Text: ['s', 'e', 'p', '=', var said] }, ..])
        {
            PutBack(head.Skip(1));
            return said;
        }
        PutBack(head);
        return Separators.MaxBy(sign => (head.Count(line => line.Text.Contains(sign)), head.Sum(line => line.Text.Count(other => other == sign))));
    }

    private void PutBack(IEnumerable<TextLine> read)
    {
        foreach (var line in read.Reverse())
        {
            _again.Push(line);
        }
    }

    private async ValueTask<TextLine?> NextAsync(CancellationToken cancellationToken) => _again.TryPop(out var line) ? line : await lines.ReadAsync(cancellationToken);
}
