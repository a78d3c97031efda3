using System.Data.Common;
using AgencyCMS.Data.County;
using AgencyCMS.Data.Schema;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Operations.Backup;
using AgencyCMS.Operations.Storage.Copies;
using AgencyCMS.Tenants.Contracts;

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
    ITenantLifecycle lifecycle,
    TenantDirectory directory,
    StoreSessions stores,
    TimeProvider clock)
{
    private const string Notice = "The site is being restored and will be back shortly. 网站正在恢复，请稍后访问。";

    // A server hears of the suspension within a third of a second and finishes what it has begun.
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(1);

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
            return manifest.Copies.Any(copy => copy.Name == name) ? TenantProblems.NotFound(name) : OperationsProblems.TenantNotInBackup(name);
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
        var faults = await BackupSource.CheckAsync(folder, [backup.Store], [backup], cancellationToken);
        return faults.Count > 0 ? Outcome.Refused<RestoredTenant>(faults) : await RestoreAsync(folder, backup, tenant, cancellationToken);
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
        await MediaCopies.CopyMissingAsync(folder.Media(backup.Id), media.Folder(tenant.Id), cancellationToken);
        if (tenant.IsRunning)
        {
            var suspended = await lifecycle.SuspendAsync(tenant.Id, Notice, Actor.System, cancellationToken);
            if (suspended.IsRefused)
            {
                return Outcome.Refused<RestoredTenant>(suspended.Problems);
            }
        }
        var keptIn = "";
        Exception? fault = null;
        try
        {
            if (tenant.IsRunning)
            {
                await Task.Delay(Drain, clock, cancellationToken);
            }
            keptIn = await replaced.KeepAsync(tenant, cancellationToken);
            await copies.ReplaceTenantAsync(tenant.Id, folder.FullPath(backup.Store.Path), cancellationToken);
            await schema.UpgradeTenantAsync(tenant.Id, CancellationToken.None);
            await NodeBell.RingAsync(stores, tenant.Id, CancellationToken.None);
        }
        catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            fault = exception;
        }
        finally
        {
            // Whatever happened: a store is replaced as a whole or not at all, so what is there now can be shown.
            if (tenant.IsRunning)
            {
                await lifecycle.ResumeAsync(tenant.Id, Actor.System, CancellationToken.None);
            }
        }
        return fault is null
            ? new RestoredTenant(directory.Find(tenant.Id) ?? tenant, keptIn)
            : OperationsProblems.RestoreFailed(tenant.Name, fault.Message, keptIn.Length > 0 ? keptIn : "its place");
    }
}

/// <param name="Tenant">Its record afterwards.</param>
/// <param name="KeptIn">Full path of the folder with what it had before.</param>
internal sealed record RestoredTenant(Tenant Tenant, string KeptIn);
