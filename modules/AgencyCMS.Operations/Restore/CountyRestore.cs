using AgencyCMS.Data.Changes;
using AgencyCMS.Data.County;
using AgencyCMS.Data.Schema;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Operations.Backup;
using AgencyCMS.Operations.Storage.Copies;
using AgencyCMS.Tenants.Contracts;

namespace AgencyCMS.Operations.Restore;

/// <summary>Puts the stores and media of a whole county into their places. One tenant that cannot be restored is closed and named, and keeps no other from it.</summary>
internal sealed class CountyRestore(
    IStoreCopies copies,
    MediaCopies media,
    SchemaSteps schema,
    TenantRecords records,
    TenantDirectory directory,
    ITenantLifecycle lifecycle,
    Installation installation,
    ChangeFollower follower,
    IEnumerable<IChangeConsumer> consumers)
{
    private const string Notice = "This site could not be restored yet. 该网站尚未恢复，请稍后访问。";

    /// <param name="folder">Of the backup.</param>
    /// <param name="county">Copy of the county store, whose hash agrees.</param>
    /// <param name="manifest">Of the backup.</param>
    /// <param name="progress">Told the number of tenants done.</param>
    /// <param name="cancellationToken">Stops until the county store is in its place.</param>
    public async Task<CountyRestored> RunAsync(BackupFolder folder, BackupFile county, BackupManifest manifest, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var problems = new Dictionary<int, Problem>();
        var warnings = new List<Problem>();
        var sound = await FindSoundAsync(folder, manifest, problems, cancellationToken);
        foreach (var tenant in sound)
        {
            var copied = await MediaCopies.CopyAsync(folder.Media(tenant.Id), media.Folder(new TenantId(tenant.Id)), tenant.Media, cancellationToken);
            warnings.AddRange(copied.Damaged.ExceptBy(copied.Whole.Select(whole => whole.Path), medium => medium.Path).Select(medium => OperationsProblems.MediumNotRestored(BackupFolder.NameOf(tenant.Id, medium))));
        }
        warnings.AddRange(manifest.Damaged.Where(damage => !damage.IsKept).Select(damage => OperationsProblems.MediumNotCopied(damage.Name, damage.Path)));
        var older = manifest.Failed.Select(failure => failure.LastCopy).OfType<BackupTenant>().Where(sound.Contains).ToList();
        var current = sound.Except(older).ToList();
        var failures = await copies.FillAsync(
            folder.FullPath(county.Path), [.. current.Select(tenant => (new TenantId(tenant.Id), folder.FullPath(tenant.Store.Path)))], progress, cancellationToken);
        foreach (var tenant in current.Where(tenant => failures.ContainsKey(new TenantId(tenant.Id))))
        {
            problems[tenant.Id] = OperationsProblems.NotRestored(tenant.Name, failures[new TenantId(tenant.Id)]);
        }
        await schema.UpgradeCountyAsync(CancellationToken.None);
        installation.Forget();
        foreach (var tenant in older)
        {
            await PutBackOlderAsync(folder, tenant, problems, warnings);
        }
        await records.LoadAsync(CancellationToken.None);
        if (await schema.UpgradeTenantsAsync(directory.All, CancellationToken.None))
        {
            await records.LoadAsync(CancellationToken.None);
        }
        await CloseOthersAsync([.. sound.Select(tenant => tenant.Id)], problems);
        await CatchUpAsync(older.Where(tenant => !problems.ContainsKey(tenant.Id)), warnings);
        return new CountyRestored(sound.Count(tenant => !problems.ContainsKey(tenant.Id)), [.. problems.Values, .. warnings]);
    }

    private static async Task<List<BackupTenant>> FindSoundAsync(BackupFolder folder, BackupManifest manifest, Dictionary<int, Problem> problems, CancellationToken cancellationToken)
    {
        var sound = new List<BackupTenant>();
        foreach (var tenant in manifest.Copies)
        {
            if (await folder.IsSoundAsync(tenant.Store, cancellationToken))
            {
                sound.Add(tenant);
            }
            else
            {
                problems[tenant.Id] = OperationsProblems.NotRestored(tenant.Name, $"The file {tenant.Store.Path} of the backup is missing or damaged.");
            }
        }
        return sound;
    }

    // The county store is younger than this copy. It is put back as a single tenant is: who follows its log hears of that and renews what is derived.
    private async Task PutBackOlderAsync(BackupFolder folder, BackupTenant tenant, Dictionary<int, Problem> problems, List<Problem> warnings)
    {
        try
        {
            await copies.ReplaceTenantAsync(new TenantId(tenant.Id), folder.FullPath(tenant.Store.Path), () => Task.CompletedTask, CancellationToken.None);
            await schema.UpgradeTenantAsync(new TenantId(tenant.Id), CancellationToken.None);
            warnings.Add(OperationsProblems.Older(tenant.Name, tenant.MadeAt is { } at ? FormattableString.Invariant($"{at:u}") : "an earlier backup"));
        }
        catch (Exception exception)
        {
            problems[tenant.Id] = OperationsProblems.NotRestored(tenant.Name, exception.GetBaseException().Message);
        }
    }

    private async Task CloseOthersAsync(HashSet<int> restored, Dictionary<int, Problem> problems)
    {
        foreach (var tenant in directory.All.Where(tenant => tenant.State is not (TenantState.Draft or TenantState.Provisioning)))
        {
            if (tenant.Fault is { } fault && restored.Contains(tenant.Id.Value))
            {
                problems.TryAdd(tenant.Id.Value, OperationsProblems.NotRestored(tenant.Name, fault));
            }
            else if (!restored.Contains(tenant.Id.Value))
            {
                problems.TryAdd(tenant.Id.Value, OperationsProblems.NoCopy(tenant.Name));
            }
            if (problems.ContainsKey(tenant.Id.Value) && tenant is { State: TenantState.Running, IsCounty: false })
            {
                await lifecycle.SuspendAsync(tenant.Id, Notice, Actor.System, CancellationToken.None);
            }
        }
    }

    private async Task CatchUpAsync(IEnumerable<BackupTenant> tenants, List<Problem> warnings)
    {
        foreach (var tenant in tenants.Select(copy => directory.Find(new TenantId(copy.Id))).OfType<Tenant>())
        {
            // What a node keeps for itself is built anew afterwards, or when it starts.
            foreach (var consumer in consumers.Where(consumer => !consumer.IsPerNode))
            {
                try
                {
                    await follower.CatchUpAsync(consumer, tenant, CancellationToken.None);
                }
                catch (Exception exception)
                {
                    // The server goes on where this ends.
                    warnings.Add(OperationsProblems.StepFailed($"{consumer.Name} of {tenant.Name}", exception.GetBaseException().Message));
                }
            }
        }
    }
}

/// <param name="Tenants">Number of tenants that were restored.</param>
/// <param name="Problems">What was not restored, or not as of the backup's moment.</param>
internal sealed record CountyRestored(int Tenants, IReadOnlyList<Problem> Problems);
