using MiniExcelLibs;

namespace AgencyCMS.Modularity.Tables;

/// <summary>The one writer of workbooks: every cell a text, formulas disarmed by <see cref="SafeCell"/>.</summary>
public static class WorkbookTable
{
    /// <summary>What browsers are told.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="target">Stays open.</param>
    /// <param name="sheet">Name of the only sheet.</param>
    /// <param name="rows">From the heading on; all of one length.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public static Task WriteAsync(Stream target, string sheet, IEnumerable<IReadOnlyList<string>> rows, CancellationToken cancellationToken)
    {
        // The columns need names of their own, which are not written: a heading may have the same text twice.
        var cells = rows.Select(row => row.Index().ToDictionary(cell => CellName(cell.Index), object (cell) => SafeCell.Write(cell.Item), StringComparer.Ordinal));
        return target.SaveAsAsync(cells, printHeader: false, sheetName: sheet, cancellationToken: cancellationToken);
    }

    private static string CellName(int place) => place.ToString("D4", System.Globalization.CultureInfo.InvariantCulture);
}
