using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Operations.Backup;

/// <summary>
/// A folder with a backup. Copies of stores carry their hash in the name, so a later backup into the same folder touches nothing that the manifest names until
/// it has replaced the manifest; media lie under the names that they have in the data folder and are copied once.
/// </summary>
internal sealed class BackupFolder(string path)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    private string ManifestPath => System.IO.Path.Combine(Path, "manifest.json");

    /// <summary>True when it is that folder or lies in it, also by way of a link.</summary>
    public bool IsWithin(string other)
    {
        var outer = Real(System.IO.Path.GetFullPath(other));
        var inner = Real(Path);
        return inner == outer || inner.StartsWith(outer + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    // The part of a path that exists, with its links followed.
    private static string Real(string path)
    {
        var trimmed = System.IO.Path.TrimEndingDirectorySeparator(path);
        return System.IO.Path.GetDirectoryName(trimmed) is not { } parent ? trimmed
            : new DirectoryInfo(trimmed).LinkTarget is not null ? Real(Directory.ResolveLinkTarget(trimmed, returnFinalTarget: true)!.FullName) // it is a link
            : System.IO.Path.Combine(Real(parent), System.IO.Path.GetFileName(trimmed));
    }

    /// <summary>True when a backup was finished here once, whether or not it can be read.</summary>
    public bool HasManifest => File.Exists(ManifestPath);

    /// <summary>Reads the manifest, which somebody may have damaged or made: what is returned leads to no file outside the folder and lacks nothing.</summary>
    public async Task<Outcome<BackupManifest>> ReadManifestAsync(CancellationToken cancellationToken)
    {
        if (!HasManifest)
        {
            return OperationsProblems.NoBackup(Path);
        }
        try
        {
            await using var stream = File.OpenRead(ManifestPath);
            if (await JsonSerializer.DeserializeAsync<BackupManifest>(stream, Format, cancellationToken) is not { } manifest)
            {
                return OperationsProblems.ManifestDamaged(Path, "It is empty.");
            }
            if (manifest.Format != BackupManifest.CurrentFormat)
            {
                return OperationsProblems.OtherFormat(Path);
            }
            return ManifestRules.FindFaults(manifest).FirstOrDefault() is { } fault ? OperationsProblems.ManifestDamaged(Path, fault) : manifest;
        }
        catch (JsonException exception)
        {
            return OperationsProblems.ManifestDamaged(Path, $"What stands at {exception.Path ?? "its beginning"} cannot be read.");
        }
    }

    /// <summary>Keeps others from writing here while a backup is written or read.</summary>
    /// <param name="isReading">True for one who only reads; several may, and a folder that cannot be written to is read all the same.</param>
    /// <returns>Null when another is at it; else dispose of it to let go. The lock of a killed process falls by itself.</returns>
    public IDisposable? TryLock(bool isReading)
    {
        var path = System.IO.Path.Combine(Path, "backup.lock");
        try
        {
            return isReading
                ? new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read)
                : new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && isReading && !File.Exists(path))
        {
            return Stream.Null;
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    /// <summary>Writes the manifest and removes copies of stores that it does not name.</summary>
    public async Task WriteManifestAsync(BackupManifest manifest)
    {
        var unfinished = ManifestPath + ".new";
        await using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
        {
            await JsonSerializer.SerializeAsync(stream, manifest, Format);
            stream.Flush(flushToDisk: true);
        }
        File.Move(unfinished, ManifestPath, overwrite: true);
        var named = manifest.Copies.Select(tenant => tenant.Store.Path).Append(manifest.County?.Path).OfType<string>().Select(FullPath).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Stores().Where(file => !named.Contains(file)))
        {
            File.Delete(file);
        }
    }

    /// <summary>A name for a copy that is being made.</summary>
    public string NewFile(string extension) => System.IO.Path.Combine(Path, $"unfinished-{Guid.NewGuid():N}{extension}");

    /// <summary>Gives a finished copy its name.</summary>
    /// <param name="file">A file of <see cref="NewFile"/>.</param>
    /// <param name="name">Path without ending, such as <c>county</c>.</param>
    /// <param name="cancellationToken">Stops the hashing.</param>
    public async Task<BackupFile> KeepAsync(string file, string name, CancellationToken cancellationToken)
    {
        var hash = await HashAsync(file, cancellationToken);
        var path = $"{name}-{hash[..16]}{System.IO.Path.GetExtension(file)}";
        var length = new FileInfo(file).Length;
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(FullPath(path))!); // a path inside the folder has a folder
        File.Move(file, FullPath(path), overwrite: true);
        return new BackupFile(path, length, hash);
    }

    /// <summary>True when the file is as it was written.</summary>
    public async Task<bool> IsSoundAsync(BackupFile file, CancellationToken cancellationToken) =>
        File.Exists(FullPath(file.Path)) && new FileInfo(FullPath(file.Path)).Length == file.Length && await HashAsync(FullPath(file.Path), cancellationToken) == file.Sha256;

    public string FullPath(string relative) => System.IO.Path.Combine(Path, relative.Replace('/', System.IO.Path.DirectorySeparatorChar));

    public static string StoreName(int tenant) => TenantFolder(tenant) + "/store";

    public string Media(int tenant) => FullPath(TenantFolder(tenant) + "/media");

    /// <summary>What a medium is called in messages: its path inside the folder.</summary>
    public static string NameOf(int tenant, BackupMedia medium) => System.IO.Path.Combine(TenantFolder(tenant), "media", medium.Path);

    public static async Task<string> HashAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }

    private static string TenantFolder(int tenant) => "tenants/" + tenant.ToString("D6", CultureInfo.InvariantCulture);

    private IEnumerable<string> Stores()
    {
        var tenants = FullPath("tenants");
        var own = Directory.EnumerateFiles(Path, "county-*").Concat(Directory.EnumerateFiles(Path, "unfinished-*"));
        return [.. own, .. Directory.Exists(tenants) ? Directory.EnumerateDirectories(tenants).SelectMany(folder => Directory.EnumerateFiles(folder, "store-*")) : []];
    }
}
