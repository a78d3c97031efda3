using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using MiniExcelLibs;

namespace AgencyCMS.Disclosure.Import.Reading;

/// <summary>Reads import files of the three formats record by record; a file is never held in memory as a whole.</summary>
internal static class ImportFile
{
    /// <summary>Endings of the files that can be read.</summary>
    public static IReadOnlyList<string> Formats { get; } = [".jsonl", ".csv", ".xlsx"];

    /// <summary>True when the file's ending is one of <see cref="Formats"/>.</summary>
    public static bool CanRead(string fileName) => Formats.Contains(Path.GetExtension(fileName).ToLowerInvariant());

    public static IAsyncEnumerable<ImportRecord> ReadAsync(string path, CancellationToken cancellationToken) =>
        Path.GetExtension(path).ToLowerInvariant() == ".jsonl" ? ReadLinesAsync(path, cancellationToken) : ReadTableAsync(path, cancellationToken);

    private static async IAsyncEnumerable<ImportRecord> ReadLinesAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return ParseLine(number, line);
            }
        }
    }

    private static ImportRecord ParseLine(int number, string line)
    {
        try
        {
            return JsonNode.Parse(line) is JsonObject values ? new ImportRecord(number, WithoutNulls(values)) : new ImportRecord(number, [], "The line is not a JSON object.");
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return new ImportRecord(number, [], "The line is not JSON: " + exception.Message);
        }
    }

    private static async IAsyncEnumerable<ImportRecord> ReadTableAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 1;
        await using var stream = File.OpenRead(path);
        var type = Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase) ? ExcelType.CSV : ExcelType.XLSX;
        foreach (IDictionary<string, object?> row in stream.Query(useHeaderRow: true, excelType: type))
        {
            cancellationToken.ThrowIfCancellationRequested();
            number++;
            var values = new JsonObject();
            foreach (var (name, value) in row)
            {
                if (Text(value) is { Length: > 0 } text && !string.IsNullOrWhiteSpace(name))
                {
                    values[name.Trim()] = text;
                }
            }
            if (values.Count > 0)
            {
                yield return new ImportRecord(number, values);
            }
        }
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()?.Trim(),
    };

    private static JsonObject WithoutNulls(JsonObject values)
    {
        foreach (var name in values.Where(pair => pair.Value is null).Select(pair => pair.Key).ToList())
        {
            values.Remove(name);
        }
        return values;
    }
}
