using System.Runtime.CompilerServices;
using AgencyCMS.Modularity.Operations;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Operations.Backup;

namespace AgencyCMS.Operations.Verify;

/// <summary>A medium that is named by its hash has that hash.</summary>
internal sealed class MediaVerification(MediaCopies media) : IVerification
{
    public string Name => "media.hashes";

    public async IAsyncEnumerable<string> FindFaultsAsync(Tenant tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        var folder = media.Folder(tenant.Id);
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [])
        {
            if (MediaCopies.HashOf(file) is { } hash && await BackupFolder.HashAsync(file, cancellationToken) != hash)
            {
                yield return $"The medium {Path.GetRelativePath(folder, file)} is damaged: its content does not have the hash that it is named by.";
            }
        }
    }
}
