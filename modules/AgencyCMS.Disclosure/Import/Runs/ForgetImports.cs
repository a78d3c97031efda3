using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Operations;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Disclosure.Import.Runs;

/// <summary>Removes uploads that nobody came back to, and the history of imports after a year.</summary>
internal sealed class ForgetImports(ImportRuns runs, ImportFolder folder, TimeProvider clock) : ICountyJob
{
    private static readonly TimeSpan UploadsKept = TimeSpan.FromDays(7);
    private static readonly TimeSpan HistoryKept = TimeSpan.FromDays(365);

    public string Name => "disclosure.forget-imports";

    public string Description => "Removes uploaded import files after a week, and the history of imports after a year.";

    public string Cron => "0 20 3 * * ?";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var run in await runs.OlderAsync(now - UploadsKept, cancellationToken))
        {
            if (run.State == ImportState.Prepared || run.CreatedAt < now - HistoryKept)
            {
                await RemoveAsync(run, cancellationToken);
            }
            else if (!await runs.IsUsedLaterAsync(run, cancellationToken))
            {
                folder.RemoveUpload(run);
            }
        }
    }

    private async Task RemoveAsync(ImportRunRow run, CancellationToken cancellationToken)
    {
        if (!await runs.IsUsedLaterAsync(run, cancellationToken))
        {
            folder.Remove(new TenantId(run.TenantId), run.Folder);
        }
        await runs.RemoveAsync(run, cancellationToken);
    }
}
