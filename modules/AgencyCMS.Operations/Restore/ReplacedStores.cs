using System.Data.Common;
using System.Globalization;
using AgencyCMS.Data.County;
using AgencyCMS.Data.Schema;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Operations.Backup;
using AgencyCMS.Operations.Storage.Copies;

namespace AgencyCMS.Operations.Restore;

/// <summary>
/// Keeps what a restore is about to replace, as a backup of its own that can be put back like any other, until the operator removes it. Media are left out: a restore
/// adds to them and takes nothing away.
/// </summary>
internal sealed class ReplacedStores(IStoreCopies copies, StoreFiles files, SchemaSteps schema, Installation installation, DataOptions options, TimeProvider clock)
{
    /// <returns>Full path of the folder.</returns>
    public async Task<string> KeepAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var folder = new BackupFolder(Path.Combine(options.DataPath, "replaced", string.Create(CultureInfo.InvariantCulture, $"{tenant.Name}-{now:yyyyMMdd-HHmmss-fff}")));
        Directory.CreateDirectory(folder.Path);
        try
        {
            await using var reading = await copies.ReadAsync(cancellationToken);
            var file = folder.NewFile(copies.Extension);
            if (await reading.CopyTenantAsync(tenant.Id, file, cancellationToken))
            {
                var store = await folder.KeepAsync(file, BackupFolder.StoreName(tenant.Id.Value), cancellationToken);
                await folder.WriteManifestAsync(new BackupManifest
                {
                    MadeAt = now,
                    Installation = await installation.GetKeyAsync(cancellationToken),
                    Provider = options.Provider,
                    Schema = schema.TenantFingerprint,
                    Tenants = [new BackupTenant(tenant.Id.Value, tenant.Name, tenant.Title, store, [])],
                });
            }
        }
        catch (Exception exception) when (options.Provider == DatabaseProvider.Sqlite && exception is DbException or InvalidDataException)
        {
            // Damaged: perhaps the very reason for the restore. Somebody may still read something out of the files.
            KeepFiles(tenant.Id, folder.Path);
        }
        return folder.Path;
    }

    private void KeepFiles(TenantId tenant, string folder)
    {
        foreach (var file in new[] { "", "-wal", "-shm" }.Select(ending => files.Tenant(tenant) + ending).Where(File.Exists))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }
    }
}
