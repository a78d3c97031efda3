using System.Text;

namespace AgencyCMS.Modularity.Tables;

/// <summary>The one writer of comma-separated values: every value in quotes, formulas disarmed by <see cref="SafeCell"/>, with the byte order mark that spreadsheets look for.</summary>
public sealed class CsvTable : IAsyncDisposable
{
    /// <summary>What browsers are told.</summary>
    public const string MediaType = "text/csv; charset=utf-8";

    private readonly StreamWriter _writer;

    /// <param name="target">Written to while rows come; stays open.</param>
    public CsvTable(Stream target) => _writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);

    /// <summary>Writes a row.</summary>
    public Task AddAsync(IEnumerable<string> values) =>
        _writer.WriteAsync(string.Join(',', values.Select(value => '"' + SafeCell.Write(value).Replace("\"", "\"\"", StringComparison.Ordinal) + '"')) + "\r\n");

    public ValueTask DisposeAsync() => _writer.DisposeAsync();
}
