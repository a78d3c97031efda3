using AgencyCMS.Data.Schema;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Operations.Backup;
using AgencyCMS.Operations.Storage.Copies;

namespace AgencyCMS.Operations.Restore;

/// <summary>Opens a backup and says every reason why it cannot be restored here, before anything is touched.</summary>
internal sealed class BackupSource(IStoreCopies copies, SchemaSteps schema, DataOptions options)
{
    /// <summary>Reads the manifest of a backup that suits this installation.</summary>
    public async Task<Outcome<BackupManifest>> ReadAsync(BackupFolder folder, CancellationToken cancellationToken)
    {
        if (await folder.FindManifestAsync(cancellationToken) is not { Format: BackupManifest.CurrentFormat } manifest)
        {
            return OperationsProblems.NoBackup(folder.Path);
        }
        if (manifest.Provider != options.Provider)
        {
            return OperationsProblems.OtherDatabase(manifest.Provider.ToString());
        }
        return copies.CanUpgrade || manifest.Schema == schema.TenantFingerprint ? manifest : OperationsProblems.OtherSchema();
    }

    /// <summary>Compares files with their hashes.</summary>
    public static async Task<IReadOnlyList<Problem>> CheckAsync(BackupFolder folder, IEnumerable<BackupFile> stores, IEnumerable<BackupTenant> tenants, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        foreach (var file in stores)
        {
            if (!await folder.IsSoundAsync(file, cancellationToken))
            {
                problems.Add(OperationsProblems.Damaged(file.Path));
            }
        }
        foreach (var (tenant, medium) in tenants.SelectMany(tenant => tenant.Media.Select(medium => (tenant, medium))))
        {
            var file = new FileInfo(Path.Combine(folder.Media(tenant.Id), medium.Path));
            if (!file.Exists || file.Length != medium.Length)
            {
                problems.Add(OperationsProblems.Damaged(Path.GetRelativePath(folder.Path, file.FullName)));
            }
        }
        return problems;
    }
}
