using AgencyCMS.Data.County;
using AgencyCMS.Data.Schema;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Operations.Backup;
using AgencyCMS.Operations.Storage.Copies;

namespace AgencyCMS.Operations.Restore;

/// <summary>
/// Puts one tenant back from a backup while the county runs. Visitors read a notice meanwhile. What the county store has of the tenant stays (accounts, history,
/// ledger); consumers hear of the restore by the change log and renew what they derive.
/// </summary>
internal sealed class RestoreTenantHandler(
    BackupSource source,
    IStoreCopies copies,
    MediaCopies media,
    ReplacedStores replaced,
    Installation installation,
    SchemaSteps schema,
    ClosedSites sites,
    TenantDirectory directory,
    StoreSessions stores)
{
    /// <param name="folder">Of the backup.</param>
    /// <param name="name">Of the tenant as it is called here.</param>
    /// <param name="isFromElsewhere">The operator has said that the backup of another installation belongs here.</param>
    /// <param name="cancellationToken">Stops until the store is replaced.</param>
    public async Task<Outcome<RestoredTenant>> HandleAsync(BackupFolder folder, string name, bool isFromElsewhere, CancellationToken cancellationToken)
    {
        var read = await source.ReadAsync(folder, cancellationToken);
        if (!read.TryGet(out var manifest))
        {
            return Outcome.Refused<RestoredTenant>(read.Problems);
        }
        if (directory.FindByName(name) is not { } tenant)
        {
            return manifest.Copies.Any(copy => copy.Name == name) ? OperationsProblems.TenantGone(name) : TenantProblems.NotFound(name);
        }
        var isOwn = manifest.Installation == await installation.GetKeyAsync(cancellationToken);
        if (!isOwn && !isFromElsewhere)
        {
            return OperationsProblems.OtherInstallation(folder.Path);
        }
        var found = Find(manifest, tenant, isOwn);
        if (!found.TryGet(out var backup))
        {
            return Outcome.Refused<RestoredTenant>(found.Problems);
        }
        using var reading = folder.TryLock(isReading: true);
        if (reading is null)
        {
            return OperationsProblems.FolderInUse(folder.Path);
        }
        await using var held = await sites.TryTakeAsync(tenant.Id, cancellationToken);
        if (held is null)
        {
            return OperationsProblems.BeingRestored(tenant.Name);
        }
        await sites.FinishAsync(tenant.Id);
        return await folder.IsSoundAsync(backup.Store, cancellationToken)
            ? await RestoreAsync(folder, backup, directory.Find(tenant.Id) ?? tenant, cancellationToken)
            : OperationsProblems.Damaged(backup.Store.Path);
    }

    // A number says which tenant it is in its own installation, whatever it was called then. Of another installation the name has to agree, too.
    private static Outcome<BackupTenant> Find(BackupManifest manifest, Tenant tenant, bool isOwn)
    {
        if (manifest.Copies.FirstOrDefault(copy => copy.Id == tenant.Id.Value) is { } backup)
        {
            return isOwn || backup.Name == tenant.Name ? backup : OperationsProblems.OtherName(backup.Name, tenant.Name);
        }
        return manifest.Copies.FirstOrDefault(copy => copy.Name == tenant.Name) is { } other
            ? OperationsProblems.OtherTenant(tenant.Name, other.Id, tenant.Id.Value)
            : OperationsProblems.TenantNotInBackup(tenant.Name);
    }

    private async Task<Outcome<RestoredTenant>> RestoreAsync(BackupFolder folder, BackupTenant backup, Tenant tenant, CancellationToken cancellationToken)
    {
        var copied = await MediaCopies.CopyAsync(folder.Media(backup.Id), media.Folder(tenant.Id), backup.Media, cancellationToken);
        if (copied.Whole.Count < backup.Media.Count)
        {
            var whole = copied.Whole.Select(medium => medium.Path).ToHashSet(StringComparer.Ordinal);
            return Outcome.Refused<RestoredTenant>(copied.Damaged.Where(medium => !whole.Contains(medium.Path)).Select(medium => OperationsProblems.Damaged(BackupFolder.NameOf(backup.Id, medium))));
        }
        var keptIn = "";
        try
        {
            var closed = await sites.CloseAsync(tenant, cancellationToken);
            if (closed.IsRefused)
            {
                return Outcome.Refused<RestoredTenant>(closed.Problems);
            }
            await using var alone = await sites.KeepWritersOutAsync(tenant.Id, cancellationToken);
            await copies.ReplaceTenantAsync(tenant.Id, folder.FullPath(backup.Store.Path), async () => keptIn = await replaced.KeepAsync(tenant, cancellationToken), cancellationToken);
            await schema.UpgradeTenantAsync(tenant.Id, CancellationToken.None);
            await NodeBell.RingAsync(stores, tenant.Id, CancellationToken.None);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return OperationsProblems.RestoreFailed(tenant.Name, exception.GetBaseException().Message, keptIn.Length > 0 ? keptIn : "its place");
        }
        finally
        {
            // Whatever happened: a store is replaced as a whole or not at all, so what is there now can be shown.
            await sites.OpenAsync(tenant.Id);
        }
        var warnings = copied.Damaged.Select(medium => OperationsProblems.MediumHere(BackupFolder.NameOf(backup.Id, medium)));
        return new RestoredTenant(directory.Find(tenant.Id) ?? tenant, keptIn, [.. warnings]);
    }
}

/// <param name="Tenant">Its record afterwards.</param>
/// <param name="KeptIn">Full path of the folder with what it had before.</param>
/// <param name="Warnings">What is not as it should be in the backup and has done no harm here.</param>
internal sealed record RestoredTenant(Tenant Tenant, string KeptIn, IReadOnlyList<Problem> Warnings);
