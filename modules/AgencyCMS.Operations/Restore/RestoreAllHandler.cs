using AgencyCMS.Data.County;
using AgencyCMS.Data.Schema;
using AgencyCMS.Modularity.Operations;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Operations.Backup;
using AgencyCMS.Operations.Storage.Copies;

namespace AgencyCMS.Operations.Restore;

/// <summary>Puts the county and all tenants back where nothing is. May be begun again after an interruption.</summary>
internal sealed class RestoreAllHandler(
    BackupSource source,
    IStoreCopies copies,
    MediaCopies media,
    SchemaSteps schema,
    TenantRecords records,
    TenantDirectory directory,
    Installation installation,
    IEnumerable<IAfterRestore> afterwards)
{
    public async Task<Outcome<BackupManifest>> HandleAsync(BackupFolder folder, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var read = await source.ReadAsync(folder, cancellationToken);
        if (!read.TryGet(out var manifest))
        {
            return read;
        }
        if (manifest.County is null)
        {
            return OperationsProblems.OneTenantOnly();
        }
        if (directory.All.Count > 0)
        {
            return OperationsProblems.NotEmpty();
        }
        var faults = await BackupSource.CheckAsync(folder, [manifest.County, .. manifest.Tenants.Select(tenant => tenant.Store)], manifest.Tenants, cancellationToken);
        if (faults.Count > 0)
        {
            return Outcome.Refused<BackupManifest>(faults);
        }
        foreach (var tenant in manifest.Tenants)
        {
            await MediaCopies.CopyMissingAsync(folder.Media(tenant.Id), media.Folder(new TenantId(tenant.Id)), cancellationToken);
        }
        var stores = manifest.Tenants.Select(tenant => (new TenantId(tenant.Id), folder.FullPath(tenant.Store.Path))).ToList();
        await copies.FillAsync(folder.FullPath(manifest.County.Path), stores, progress, cancellationToken);
        await schema.UpgradeCountyAsync(CancellationToken.None);
        await records.LoadAsync(CancellationToken.None);
        await schema.UpgradeTenantsAsync(directory.All, CancellationToken.None);
        installation.Forget();
        foreach (var module in afterwards)
        {
            await module.RunAsync(CancellationToken.None);
        }
        return manifest;
    }
}
