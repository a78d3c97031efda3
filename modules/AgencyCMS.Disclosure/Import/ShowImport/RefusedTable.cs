using System.Globalization;
using System.Text;
using AgencyCMS.Modularity.Localisation;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Disclosure.Import.ShowImport;

/// <summary>Writes refused lines as comma-separated values: line, reasons, then the columns they came with.</summary>
internal static class RefusedTable
{
    /// <param name="target">Written to while it is read, with the byte order mark that spreadsheets look for.</param>
    /// <param name="read">Reads the lines from the beginning; called twice, since the heading needs all columns.</param>
    /// <param name="localizer">Translates reasons and the first two headings.</param>
    public static async Task WriteAsync(Stream target, Func<IAsyncEnumerable<ImportRefusal>> read, IStringLocalizer localizer)
    {
        var columns = new List<string>();
        await foreach (var refusal in read())
        {
            columns.AddRange(refusal.Values.Select(pair => pair.Key).Where(name => !columns.Contains(name)));
        }
        await using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await WriteAsync(writer, [localizer["Line"], localizer["Reason"], .. columns]);
        await foreach (var refusal in read())
        {
            var reasons = string.Join(' ', refusal.Problems.Select(problem => localizer.Show(problem)));
            await WriteAsync(writer, [refusal.Line.ToString(CultureInfo.InvariantCulture), reasons, .. columns.Select(name => refusal.Values[name]?.ToString() ?? "")]);
        }
    }

    private static Task WriteAsync(StreamWriter writer, IEnumerable<string> values) =>
        writer.WriteAsync(string.Join(',', values.Select(value => '"' + value.Replace("\"", "\"\"", StringComparison.Ordinal) + '"')) + "\r\n");
}
