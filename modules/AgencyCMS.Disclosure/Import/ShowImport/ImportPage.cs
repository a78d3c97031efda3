using AgencyCMS.Disclosure.Import.Runs;
using AgencyCMS.Disclosure.Storage;

namespace AgencyCMS.Disclosure.Import.ShowImport;

/// <param name="Run">The import.</param>
/// <param name="Report">Its counts so far.</param>
/// <param name="Refusals">One page of the refused lines.</param>
/// <param name="Page">From 1.</param>
/// <param name="HasTable">True while the upload is there, so that the import can be repeated.</param>
internal sealed record ImportPage(ImportRunRow Run, ImportReport Report, IReadOnlyList<ImportRefusal> Refusals, int Page, bool HasTable)
{
    public const int Size = 50;

    /// <summary>True for who may take it back: that withdraws items.</summary>
    public bool MayTakeBack { get; init; }

    public static async Task<ImportPage> ReadAsync(ImportRunRow run, ImportFolder folder, int page, CancellationToken cancellationToken)
    {
        var refusals = new List<ImportRefusal>();
        var place = 0;
        await foreach (var refusal in RefusedLines.ReadAsync(folder.RefusedOf(run), run.RefusedBytes, cancellationToken))
        {
            if (place++ >= (page - 1) * Size)
            {
                refusals.Add(refusal);
            }
            if (refusals.Count == Size)
            {
                break;
            }
        }
        return new ImportPage(run, ImportRunner.ReportOf(run), refusals, page, folder.HasTable(run));
    }
}
