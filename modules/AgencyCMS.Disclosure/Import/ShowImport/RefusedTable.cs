using System.Globalization;
using AgencyCMS.Modularity.Localisation;
using AgencyCMS.Modularity.Tables;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Disclosure.Import.ShowImport;

/// <summary>Writes refused lines as comma-separated values: line, reasons, then the columns they came with.</summary>
internal static class RefusedTable
{
    /// <param name="target">Written to while it is read.</param>
    /// <param name="read">Reads the lines from the beginning; called twice, since the heading needs all columns.</param>
    /// <param name="localizer">Translates reasons and the first two headings.</param>
    public static async Task WriteAsync(Stream target, Func<IAsyncEnumerable<ImportRefusal>> read, IStringLocalizer localizer)
    {
        var columns = new List<string>();
        await foreach (var refusal in read())
        {
            columns.AddRange(refusal.Values.Select(pair => pair.Key).Where(name => !columns.Contains(name)));
        }
        await using var table = new CsvTable(target);
        await table.AddAsync([localizer["Line"], localizer["Reason"], .. columns]);
        await foreach (var refusal in read())
        {
            var reasons = string.Join(' ', refusal.Problems.Select(problem => localizer.Show(problem)));
            await table.AddAsync([refusal.Line.ToString(CultureInfo.InvariantCulture), reasons, .. columns.Select(name => refusal.Values[name]?.ToString() ?? "")]);
        }
    }
}
