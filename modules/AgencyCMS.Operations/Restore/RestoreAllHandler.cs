using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Operations;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Operations.Backup;

namespace AgencyCMS.Operations.Restore;

/// <summary>Puts the county and all tenants back where nothing is, or where a restore of the same county was broken off.</summary>
internal sealed class RestoreAllHandler(StoreFiles files, BackupSource source, CountyRestore county, UnfinishedRestore unfinished, TenantDirectory directory, IEnumerable<IAfterRestore> afterwards)
{
    /// <returns>What was done, with all that could not be; refused when nothing was touched.</returns>
    public async Task<Outcome<RestoredCounty>> HandleAsync(BackupFolder folder, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var read = await source.ReadAsync(folder, cancellationToken);
        if (!read.TryGet(out var manifest))
        {
            return Outcome.Refused<RestoredCounty>(read.Problems);
        }
        if (manifest.County is null)
        {
            return OperationsProblems.OneTenantOnly();
        }
        if (unfinished.IsThere && !await unfinished.IsOfAsync(manifest, cancellationToken))
        {
            return OperationsProblems.UnfinishedOther(folder.Path);
        }
        if (directory.All.Count > 0 && !unfinished.IsThere)
        {
            return OperationsProblems.NotEmpty();
        }
        if (files.FindTenants().Any() && !unfinished.IsThere)
        {
            return OperationsProblems.StoresWithoutCounty(files.Tenants);
        }
        using var reading = folder.TryLock(isReading: true);
        if (reading is null)
        {
            return OperationsProblems.FolderInUse(folder.Path);
        }
        if (!await folder.IsSoundAsync(manifest.County, cancellationToken))
        {
            return OperationsProblems.Damaged(manifest.County.Path);
        }
        await unfinished.BeginAsync(folder, manifest);
        var restored = await county.RunAsync(folder, manifest.County, manifest, progress, cancellationToken);
        var (faults, isFinished) = await RunAfterwardsAsync();
        if (isFinished)
        {
            unfinished.End();
        }
        return new RestoredCounty(manifest.MadeAt, restored.Tenants, [.. restored.Problems, .. faults, .. isFinished ? [] : (Problem[])[OperationsProblems.Unfinished()]]);
    }

    // One module's fault is no reason to leave the others' share undone.
    private async Task<(List<Problem> Faults, bool IsFinished)> RunAfterwardsAsync()
    {
        var faults = new List<Problem>();
        var isFinished = true;
        foreach (var step in afterwards)
        {
            try
            {
                faults.AddRange((await step.RunAsync(CancellationToken.None)).Select(fault => OperationsProblems.StepFailed(step.Name, fault)));
            }
            catch (Exception exception)
            {
                faults.Add(OperationsProblems.StepFailed(step.Name, exception.GetBaseException().Message));
                isFinished = false;
            }
        }
        return (faults, isFinished);
    }
}

/// <param name="MadeAt">Moment of the backup.</param>
/// <param name="Tenants">Number of tenants that were restored.</param>
/// <param name="Problems">All that is not as it was at that moment.</param>
internal sealed record RestoredCounty(DateTimeOffset MadeAt, int Tenants, IReadOnlyList<Problem> Problems);
