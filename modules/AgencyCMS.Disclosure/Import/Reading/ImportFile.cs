using System.Runtime.CompilerServices;
using System.Xml;
using AgencyCMS.Disclosure.Import.Reading.Workbooks;
using AgencyCMS.Modularity.Archives;
using AgencyCMS.Modularity.Problems;
using DocumentFormat.OpenXml.Packaging;

namespace AgencyCMS.Disclosure.Import.Reading;

/// <summary>Reads import files of the three formats record by record; a file is never held in memory as a whole.</summary>
internal static class ImportFile
{
    /// <summary>Endings of the files that can be read.</summary>
    public static IReadOnlyList<string> Formats { get; } = [".jsonl", ".csv", ".xlsx"];

    /// <summary>True when the file's ending is one of <see cref="Formats"/>.</summary>
    public static bool CanRead(string fileName) => Formats.Contains(FormatOf(fileName));

    public static async IAsyncEnumerable<ImportRecord> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var records = FormatOf(path) switch
        {
            ".jsonl" => ReadLinesAsync(path, cancellationToken),
            ".csv" => TableRecords.ReadAsync(ReadValuesAsync(path, cancellationToken), cancellationToken),
            _ => TableRecords.ReadAsync(WorkbookRows.ReadAsync(path, cancellationToken), cancellationToken),
        };
        await foreach (var record in records)
        {
            yield return RecordText.Check(record);
        }
    }

    /// <summary>Counts the records of a file.</summary>
    public static async Task<int> CountAsync(string path, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var _ in ReadAsync(path, cancellationToken))
        {
            count++;
        }
        return count;
    }

    /// <summary>True when reading failed because the file is damaged or not what its name says.</summary>
    public static bool IsUnreadable(Exception exception) => exception
        is UnreadableFileException or InvalidDataException or XmlException or FormatException or KeyNotFoundException or InvalidOperationException or OpenXmlPackageException or ZipTooLargeException;

    /// <summary>What to tell about a failure of which <see cref="IsUnreadable"/> is true.</summary>
    public static Problem Describe(Exception exception, string name) => exception switch
    {
        UnreadableFileException { Problem: var problem } => problem,
        ZipTooLargeException => ImportProblems.TooMuch(name),
        _ => ImportProblems.NotReadable(name),
    };

    private static string FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant();

    private static async IAsyncEnumerable<ImportRecord> ReadLinesAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = await TextLines.OpenAsync(path, cancellationToken);
        while (await lines.ReadAsync(cancellationToken) is { } line)
        {
            if (line.Fault is not null)
            {
                yield return new ImportRecord(line.Number, [], line.Fault);
            }
            else if (!string.IsNullOrWhiteSpace(line.Text))
            {
                yield return RecordText.Parse(line);
            }
        }
    }

    private static async IAsyncEnumerable<TableRow> ReadValuesAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = await TextLines.OpenAsync(path, cancellationToken);
        await foreach (var row in new CsvRows(lines).ReadAsync(cancellationToken))
        {
            yield return row;
        }
    }
}
