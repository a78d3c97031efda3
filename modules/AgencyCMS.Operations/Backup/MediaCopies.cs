using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Operations.Backup;

/// <summary>Copies tenants' media. A media file is named by its content and never changes, so one that is there already is not copied again.</summary>
internal sealed class MediaCopies(StoreFiles files)
{
    private const string Unfinished = ".new";
    private const int HashLength = 64;

    /// <summary>The folder of a tenant's media; need not exist.</summary>
    public string Folder(TenantId tenant) => Path.Combine(files.Folder(tenant), "media");

    /// <summary>Copies what is missing in the target.</summary>
    /// <returns>All files of the source.</returns>
    public static async Task<IReadOnlyList<BackupMedia>> CopyMissingAsync(string source, string target, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(source))
        {
            return [];
        }
        var media = new List<BackupMedia>();
        foreach (var file in new DirectoryInfo(source).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => !IsUnfinished(file)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var relative = Path.GetRelativePath(source, file.FullName);
            await CopyAsync(file, new FileInfo(Path.Combine(target, relative)), cancellationToken);
            media.Add(new BackupMedia(relative.Replace(Path.DirectorySeparatorChar, '/'), file.Length));
        }
        return media;
    }

    private static async Task CopyAsync(FileInfo source, FileInfo target, CancellationToken cancellationToken)
    {
        if (target.Exists && target.Length == source.Length)
        {
            return;
        }
        target.Directory!.Create(); // a file inside a folder has one
        var unfinished = target.FullName + Unfinished;
        await using (var from = source.OpenRead())
        await using (var to = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
        {
            await from.CopyToAsync(to, cancellationToken);
        }
        File.Move(unfinished, target.FullName, overwrite: true);
    }

    // Uploads on their way lie in "incoming" or carry a further name behind the hash.
    private static bool IsUnfinished(FileInfo file) => file.Directory?.Name == "incoming" || file.Name.EndsWith(Unfinished, StringComparison.Ordinal) || file.Name.IndexOf('.', StringComparison.Ordinal) == HashLength;
}
