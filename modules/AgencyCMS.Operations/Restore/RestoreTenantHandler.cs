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
    BackupSource source, IStoreCopies copies, MediaCopies media, SchemaSteps schema, ITenantLifecycle lifecycle, TenantDirectory directory, StoreSessions stores, TimeProvider clock)
{
    private const string Notice = "The site is being restored and will be back shortly. 网站正在恢复，请稍后访问。";

    // A server hears of the suspension within a third of a second and finishes what it has begun.
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(1);

    public async Task<Outcome<Tenant>> HandleAsync(BackupFolder folder, string name, CancellationToken cancellationToken)
    {
        var read = await source.ReadAsync(folder, cancellationToken);
        if (!read.TryGet(out var manifest))
        {
            return Outcome.Refused<Tenant>(read.Problems);
        }
        var known = directory.FindByName(name);
        var backup = manifest.Tenants.FirstOrDefault(tenant => tenant.Id == known?.Id.Value) ?? manifest.Tenants.FirstOrDefault(tenant => tenant.Name == name);
        if (backup is null)
        {
            return OperationsProblems.TenantNotInBackup(name);
        }
        if (directory.Find(new TenantId(backup.Id)) is not { } tenant)
        {
            return TenantProblems.NotFound(name);
        }
        var faults = await BackupSource.CheckAsync(folder, [backup.Store], [backup], cancellationToken);
        return faults.Count > 0 ? Outcome.Refused<Tenant>(faults) : await RestoreAsync(folder, backup, tenant, cancellationToken);
    }

    private async Task<Outcome<Tenant>> RestoreAsync(BackupFolder folder, BackupTenant backup, Tenant tenant, CancellationToken cancellationToken)
    {
        await MediaCopies.CopyMissingAsync(folder.Media(backup.Id), media.Folder(tenant.Id), cancellationToken);
        if (tenant.IsRunning)
        {
            var suspended = await lifecycle.SuspendAsync(tenant.Id, Notice, Actor.System, cancellationToken);
            if (suspended.IsRefused)
            {
                return suspended;
            }
            await Task.Delay(Drain, clock, cancellationToken);
        }
        await copies.ReplaceTenantAsync(tenant.Id, folder.FullPath(backup.Store.Path), cancellationToken);
        await schema.UpgradeTenantAsync(tenant.Id, CancellationToken.None);
        await NodeBell.RingAsync(stores, tenant.Id, CancellationToken.None);
        return tenant.IsRunning ? await lifecycle.ResumeAsync(tenant.Id, Actor.System, CancellationToken.None) : tenant;
    }
}
