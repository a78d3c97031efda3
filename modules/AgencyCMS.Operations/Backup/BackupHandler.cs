using AgencyCMS.Data.County;
using AgencyCMS.Data.Schema;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Operations.Storage.Copies;

namespace AgencyCMS.Operations.Backup;

/// <summary>Writes a backup of one tenant or of all, beside a running server.</summary>
internal sealed class BackupHandler(
    IStoreCopies copies, MediaCopies media, SchemaSteps schema, TenantRecords records, TenantDirectory directory, Installation installation, DataOptions options, TimeProvider clock)
{
    /// <param name="folder">Where to; made when it is not there. A backup that it holds is replaced, but only by one of the same kind.</param>
    /// <param name="only">The one tenant; null for all and the county.</param>
    /// <param name="progress">Told the number of tenants done.</param>
    /// <param name="cancellationToken">Stops; what stood in the folder still stands.</param>
    /// <returns>The manifest, which names what could not be copied; refused when the folder holds a backup of another kind or one that cannot be read.</returns>
    public async Task<Outcome<BackupManifest>> HandleAsync(BackupFolder folder, Tenant? only, IProgress<int> progress, CancellationToken cancellationToken)
    {
        if (File.Exists(folder.Path))
        {
            return OperationsProblems.NoFolder(folder.Path);
        }
        if (folder.IsWithin(options.DataPath))
        {
            return OperationsProblems.FolderOfTheData(folder.Path, options.DataPath);
        }
        Directory.CreateDirectory(folder.Path);
        using var alone = folder.TryLock(isReading: false);
        if (alone is null)
        {
            return OperationsProblems.FolderInUse(folder.Path);
        }
        // What cannot be read is not thrown away: it may name the last good copy of something.
        var read = folder.HasManifest ? await folder.ReadManifestAsync(cancellationToken) : default(Outcome<BackupManifest>?);
        if (read is { IsRefused: true })
        {
            return read.Value;
        }
        var before = read?.Value;
        if (before is not null && !IsSameKind(before, only))
        {
            return OperationsProblems.BackupOfAnotherKind(folder.Path);
        }
        // Before anything is copied: a key that is drawn now has to be in the copy of the county, too.
        var key = await installation.GetKeyAsync(cancellationToken);
        if (before?.Installation is { } other && other != key)
        {
            return OperationsProblems.FolderOfAnotherCounty(folder.Path);
        }
        // Forgotten configuration, or a county store that was lost and made anew: it must not take the place of the copies that would help.
        if (only is null && directory.All.Count == 0 && before?.Copies.Any() == true)
        {
            return OperationsProblems.NothingToBackUp(options.DataPath);
        }
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
        var damaged = new List<BackupDamage>();
        foreach (var owner in owners)
        {
            try
            {
                if (await CopyAsync(folder, reading, owner, damaged, cancellationToken) is { } tenant)
                {
                    tenants.Add(tenant);
                    progress.Report(tenants.Count);
                }
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                // One damaged store must not leave all others without a backup.
                failed.Add(new BackupFailure(owner.Id.Value, owner.Name, fault.GetBaseException().Message, LastCopy(before, owner)));
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
            Damaged = damaged,
        };
        await folder.WriteManifestAsync(manifest);
        return manifest;
    }

    private static bool IsSameKind(BackupManifest manifest, Tenant? only) =>
        only is null ? manifest.County is not null : manifest.County is null && manifest.Copies.All(tenant => tenant.Id == only.Id.Value);

    private static BackupTenant? LastCopy(BackupManifest? before, StoreOwner owner) =>
        before?.Copies.FirstOrDefault(copy => copy.Id == owner.Id.Value) is { } copy ? copy with { MadeAt = copy.MadeAt ?? before.MadeAt } : null;

    // The store comes before the media: a medium that the copied rows name was written before them.
    private async Task<BackupTenant?> CopyAsync(BackupFolder folder, IStoreReading reading, StoreOwner owner, List<BackupDamage> damaged, CancellationToken cancellationToken)
    {
        var file = folder.NewFile(copies.Extension);
        if (!await reading.CopyTenantAsync(owner.Id, file, cancellationToken))
        {
            await records.LoadAsync(cancellationToken);
            return directory.Find(owner.Id) is null ? null : throw new FileNotFoundException("The store's file is missing or empty.");
        }
        var copiedAt = clock.GetUtcNow();
        var store = await folder.KeepAsync(file, BackupFolder.StoreName(owner.Id.Value), cancellationToken);
        var live = media.Folder(owner.Id);
        var copied = await MediaCopies.CopyAsync(live, folder.Media(owner.Id.Value), MediaCopies.List(live), cancellationToken);
        // What was swept away since it was listed is no damage.
        damaged.AddRange(copied.Damaged.Where(medium => File.Exists(Path.Combine(live, medium.Path)))
            .Select(medium => new BackupDamage(owner.Id.Value, owner.Name, medium.Path, copied.Whole.Any(whole => whole.Path == medium.Path))));
        return new BackupTenant(owner.Id.Value, owner.Name, owner.Title, store, copied.Whole, copiedAt);
    }
}
