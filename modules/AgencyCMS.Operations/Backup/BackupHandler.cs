using System.Data.Common;
using AgencyCMS.Data.County;
using AgencyCMS.Data.Schema;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Operations.Storage.Copies;

namespace AgencyCMS.Operations.Backup;

/// <summary>Writes a backup of one tenant or of all, beside a running server.</summary>
internal sealed class BackupHandler(IStoreCopies copies, MediaCopies media, SchemaSteps schema, Installation installation, DataOptions options, TimeProvider clock)
{
    /// <param name="folder">Where to; made when it is not there. A backup that it holds is replaced, but only by one of the same kind.</param>
    /// <param name="only">The one tenant; null for all and the county.</param>
    /// <param name="progress">Told the number of tenants done.</param>
    /// <param name="cancellationToken">Stops; what stood in the folder still stands.</param>
    /// <returns>The manifest, which names the tenants that could not be copied; refused when the folder holds a backup of another kind.</returns>
    public async Task<Outcome<BackupManifest>> HandleAsync(BackupFolder folder, Tenant? only, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var before = await folder.FindManifestAsync(cancellationToken);
        if (before is not null && !IsSameKind(before, only))
        {
            return OperationsProblems.BackupOfAnotherKind(folder.Path);
        }
        Directory.CreateDirectory(folder.Path);
        // Before anything is copied: a key that is drawn now has to be in the copy of the county, too.
        var key = await installation.GetKeyAsync(cancellationToken);
        await using var reading = await copies.ReadAsync(cancellationToken);
        BackupFile? county = null;
        IReadOnlyList<StoreOwner> owners = only is null ? [] : [new StoreOwner(only.Id, only.Name, only.Title)];
        if (only is null)
        {
            var file = folder.NewFile(copies.Extension);
            await reading.CopyCountyAsync(file, cancellationToken);
            owners = await reading.ListTenantsAsync(file, cancellationToken);
            county = await folder.KeepAsync(file, "county", cancellationToken);
        }
        var tenants = new List<BackupTenant>(owners.Count);
        var failed = new List<BackupFailure>();
        foreach (var owner in owners)
        {
            try
            {
                if (await CopyAsync(folder, reading, owner, cancellationToken) is { } tenant)
                {
                    tenants.Add(tenant);
                    progress.Report(tenants.Count);
                }
            }
            catch (Exception fault) when (fault is DbException or IOException or UnauthorizedAccessException or InvalidDataException)
            {
                // One damaged store must not leave all others without a backup.
                failed.Add(new BackupFailure(owner.Id.Value, owner.Name, fault.Message, before?.Copies.FirstOrDefault(copy => copy.Id == owner.Id.Value)));
            }
        }
        var manifest = new BackupManifest
        {
            MadeAt = clock.GetUtcNow(),
            Installation = key,
            Provider = options.Provider,
            Schema = schema.TenantFingerprint,
            County = county,
            Tenants = tenants,
            Failed = failed,
        };
        await folder.WriteManifestAsync(manifest);
        return manifest;
    }

    private static bool IsSameKind(BackupManifest manifest, Tenant? only) =>
        only is null ? manifest.County is not null : manifest.County is null && manifest.Copies.All(tenant => tenant.Id == only.Id.Value);

    // The store comes before the media: a medium that the copied rows name was written before them.
    private async Task<BackupTenant?> CopyAsync(BackupFolder folder, IStoreReading reading, StoreOwner owner, CancellationToken cancellationToken)
    {
        var file = folder.NewFile(copies.Extension);
        if (!await reading.CopyTenantAsync(owner.Id, file, cancellationToken))
        {
            return null;
        }
        var store = await folder.KeepAsync(file, BackupFolder.StoreName(owner.Id.Value), cancellationToken);
        var copied = await MediaCopies.CopyMissingAsync(media.Folder(owner.Id), folder.Media(owner.Id.Value), cancellationToken);
        return new BackupTenant(owner.Id.Value, owner.Name, owner.Title, store, copied);
    }
}
