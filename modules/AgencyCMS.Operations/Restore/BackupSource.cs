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
        var read = await folder.ReadManifestAsync(cancellationToken);
        if (!read.TryGet(out var manifest))
        {
            return read;
        }
        if (manifest.Provider != options.Provider)
        {
            return OperationsProblems.OtherDatabase(manifest.Provider.ToString());
        }
        return copies.CanUpgrade || manifest.Schema == schema.TenantFingerprint ? manifest : OperationsProblems.OtherSchema();
    }
}
