using System.Security.Cryptography;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Media.Files;

/// <summary>
/// The files of the current tenant on disk, each once under the hash of its content: <c>media/ab/abcdef…</c>. Names and rights are the store's business.
/// </summary>
internal sealed class MediaFolder(StoreFiles files, TenantContext tenants, TimeProvider clock)
{
    private const int BlockBytes = 128 * 1024;

    private string Root => RootOf(files, tenants.Tenant.Id);

    /// <summary>Takes a copy that belongs to nobody yet.</summary>
    /// <param name="content">Read once from where it stands.</param>
    /// <param name="maxBytes">Most that is taken.</param>
    /// <param name="cancellationToken">Nothing is left behind then.</param>
    /// <returns>The copy; null when there is more than that.</returns>
    public async Task<IncomingFile?> TakeAsync(Stream content, long maxBytes, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, "incoming")).FullName;
        var copy = new FileStream(Path.Combine(folder, Guid.NewGuid().ToString("N")), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[BlockBytes];
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (copy.Length + read > maxBytes)
                {
                    await copy.DisposeAsync();
                    return null;
                }
                hash.AppendData(buffer, 0, read);
                await copy.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
            return new IncomingFile(copy, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }

    /// <summary>Keeps an incoming file for good. It is on the disk, and not only on its way there, when this returns.</summary>
    public async Task KeepAsync(IncomingFile file, CancellationToken cancellationToken)
    {
        var path = PathOf(file.Hash);
        if (File.Exists(path))
        {
            // It is new again: no sweep must take it away before it is named somewhere.
            File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // it has a folder: the path was made with one
        var half = path + "." + Guid.NewGuid().ToString("N");
        await using (var target = new FileStream(half, FileMode.CreateNew, FileAccess.Write, FileShare.None, BlockBytes, FileOptions.Asynchronous))
        {
            file.Content.Position = 0;
            await file.Content.CopyToAsync(target, BlockBytes, cancellationToken);
            target.Flush(flushToDisk: true);
        }
        // The same content may have come twice at once; the bytes are the same.
        File.SetLastWriteTimeUtc(half, clock.GetUtcNow().UtcDateTime);
        File.Move(half, path, overwrite: true);
    }

    /// <summary>Full path of the content with that hash.</summary>
    public string PathOf(string hash) => Path.Combine(Root, hash[..2], hash);

    /// <summary>The same of a given tenant.</summary>
    public static string PathOf(StoreFiles files, TenantId tenant, string hash) => Path.Combine(RootOf(files, tenant), hash[..2], hash);

    private static string RootOf(StoreFiles files, TenantId tenant) => Path.Combine(files.Folder(tenant), "media");
}

/// <summary>A file that has come and is not kept yet; disposing of it forgets it.</summary>
/// <param name="Content">Can be read from any place.</param>
/// <param name="Hash">SHA-256, lower-case hexadecimal.</param>
internal sealed record IncomingFile(FileStream Content, string Hash) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
