using System.Security.Cryptography;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Operations.Backup;

/// <summary>
/// Copies tenants' media. A file is named by the hash of its content and never changes: it is compared with its name while it is copied, and one that is there
/// already and whole is not copied again.
/// </summary>
internal sealed class MediaCopies(StoreFiles files)
{
    private const string Unfinished = ".new";
    private const int HashLength = 64;
    private const int BlockBytes = 128 * 1024;

    /// <summary>The folder of a tenant's media; need not exist.</summary>
    public string Folder(TenantId tenant) => Path.Combine(files.Folder(tenant), "media");

    /// <summary>The finished files of a folder.</summary>
    public static IReadOnlyList<BackupMedia> List(string folder) => !Directory.Exists(folder)
        ? []
        : [.. new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => !IsUnfinished(file))
            .Select(file => new BackupMedia(Path.GetRelativePath(folder, file.FullName).Replace(Path.DirectorySeparatorChar, '/'), file.Length))];

    /// <summary>Has the media whole in the target: copies those that are missing there, or damaged.</summary>
    /// <returns>What the target has whole now, and what is damaged or missing in the source.</returns>
    public static async Task<CopiedMedia> CopyAsync(string source, string target, IReadOnlyList<BackupMedia> media, CancellationToken cancellationToken)
    {
        var whole = new List<BackupMedia>(media.Count);
        var damaged = new List<BackupMedia>();
        foreach (var medium in media)
        {
            var (from, to) = (Path.Combine(source, medium.Path), Path.Combine(target, medium.Path));
            var isThere = await IsWholeAsync(to, medium, cancellationToken);
            if (await (isThere ? IsWholeAsync(from, medium, cancellationToken) : TryCopyAsync(from, to, medium, cancellationToken)))
            {
                isThere = true;
            }
            else
            {
                damaged.Add(medium);
            }
            if (isThere)
            {
                whole.Add(medium with { Length = new FileInfo(to).Length });
            }
        }
        return new CopiedMedia(whole, damaged);
    }

    /// <summary>The hash that a file of this name must have; null when its name says nothing.</summary>
    public static string? HashOf(string path) => Path.GetFileName(path) is { Length: HashLength } name && name.All(char.IsAsciiHexDigitLower) ? name : null;

    private static async Task<bool> IsWholeAsync(string path, BackupMedia medium, CancellationToken cancellationToken) =>
        File.Exists(path) && (HashOf(path) is { } hash ? await IsAsync(hash, path, cancellationToken) : new FileInfo(path).Length == medium.Length);

    private static async Task<bool> IsAsync(string hash, string path, CancellationToken cancellationToken)
    {
        try
        {
            return await BackupFolder.HashAsync(path, cancellationToken) == hash;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What cannot be read is no copy.
            return false;
        }
    }

    private static async Task<bool> TryCopyAsync(string from, string to, BackupMedia medium, CancellationToken cancellationToken)
    {
        await using var source = TryOpen(from);
        if (source is null)
        {
            return false;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(to)!); // a file inside a folder has one
        var unfinished = to + Unfinished;
        var copied = await PourAsync(source, unfinished, cancellationToken);
        if (copied is null || (HashOf(to) is { } hash ? hash != copied.Value.Hash : medium.Length != copied.Value.Length))
        {
            File.Delete(unfinished);
            return false;
        }
        File.Move(unfinished, to, overwrite: true);
        return true;
    }

    /// <returns>Length and hash of what was copied; null when the source cannot be read to its end.</returns>
    private static async Task<(long Length, string Hash)?> PourAsync(FileStream source, string path, CancellationToken cancellationToken)
    {
        await using var target = new FileStream(path, FileMode.Create, FileAccess.Write);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[BlockBytes];
        while (await ReadAsync(source, block, cancellationToken) is { } read)
        {
            if (read == 0)
            {
                return (target.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
            }
            hash.AppendData(block, 0, read);
            await target.WriteAsync(block.AsMemory(0, read), cancellationToken);
        }
        return null;
    }

    // A fault of the disk that is read is the file's; one of the disk that is written ends the work.
    private static async Task<int?> ReadAsync(FileStream source, byte[] block, CancellationToken cancellationToken)
    {
        try
        {
            return await source.ReadAsync(block, cancellationToken);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Uploads on their way lie in "incoming" or carry a further name behind the hash.
    private static bool IsUnfinished(FileInfo file) => file.Directory?.Name == "incoming" || file.Name.EndsWith(Unfinished, StringComparison.Ordinal) || file.Name.IndexOf('.', StringComparison.Ordinal) == HashLength;
}

/// <param name="Whole">What the target has, whole.</param>
/// <param name="Damaged">What is damaged or missing in the source, whether or not the target has it.</param>
internal sealed record CopiedMedia(IReadOnlyList<BackupMedia> Whole, IReadOnlyList<BackupMedia> Damaged);
