using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using MiniExcelLibs;

namespace AgencyCMS.Disclosure.Import.Reading;

/// <summary>Reads import files of the three formats record by record; a file is never held in memory as a whole.</summary>
internal static class ImportFile
{
    /// <summary>Endings of the files that can be read.</summary>
    public static IReadOnlyList<string> Formats { get; } = [".jsonl", ".csv", ".xlsx"];

    /// <summary>True when the file's ending is one of <see cref="Formats"/>.</summary>
    public static bool CanRead(string fileName) => Formats.Contains(FormatOf(fileName));

    public static IAsyncEnumerable<ImportRecord> ReadAsync(string path, CancellationToken cancellationToken) => FormatOf(path) switch
    {
        ".jsonl" => ReadLinesAsync(path, cancellationToken),
        ".csv" => ReadValuesAsync(path, cancellationToken),
        _ => ReadWorkbookAsync(path, cancellationToken),
    };

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
    public static bool IsUnreadable(Exception exception) => exception is InvalidDataException or XmlException or FormatException or KeyNotFoundException or InvalidOperationException;

    private static string FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant();

    private static async IAsyncEnumerable<ImportRecord> ReadLinesAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        using var reader = await TextEncodings.OpenAsync(path, cancellationToken);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
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
            return JsonNode.Parse(line) is JsonObject values ? new ImportRecord(number, WithoutNulls(values)) : new ImportRecord(number, [], ImportProblems.LineNotObject());
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return new ImportRecord(number, [], ImportProblems.LineNotJson(exception.Message));
        }
    }

    private static async IAsyncEnumerable<ImportRecord> ReadValuesAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = await TextEncodings.OpenAsync(path, cancellationToken);
        var rows = new CsvRows(reader);
        if (await rows.ReadAsync(cancellationToken) is not { } heading)
        {
            yield break;
        }
        while (await rows.ReadAsync(cancellationToken) is var (line, texts))
        {
            var values = new JsonObject();
            foreach (var (name, text) in heading.Values.Zip(texts))
            {
                Put(values, name, text.Trim());
            }
            if (texts.Count > heading.Values.Count && texts[heading.Values.Count..].Any(text => text.Length > 0))
            {
                yield return new ImportRecord(line, values, ImportProblems.TooManyValues(texts.Count, heading.Values.Count));
            }
            else if (values.Count > 0)
            {
                yield return new ImportRecord(line, values);
            }
        }
    }

    private static async IAsyncEnumerable<ImportRecord> ReadWorkbookAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 1;
        await using var stream = File.OpenRead(path);
        foreach (IDictionary<string, object?> row in stream.Query(useHeaderRow: true, excelType: ExcelType.XLSX))
        {
            cancellationToken.ThrowIfCancellationRequested();
            number++;
            var values = new JsonObject();
            foreach (var (name, value) in row)
            {
                Put(values, name, Text(value));
            }
            if (values.Count > 0)
            {
                yield return new ImportRecord(number, values);
            }
        }
    }

    private static void Put(JsonObject values, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text) && !string.IsNullOrWhiteSpace(name))
        {
            values[name.Trim()] = text;
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
