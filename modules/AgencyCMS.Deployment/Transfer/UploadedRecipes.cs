using System.Text.Json;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes.Files;

namespace AgencyCMS.Deployment.Transfer;

/// <summary>
/// Keeps what was uploaded between its dry run and its run, in the tenant's own folder and without any address. Kept for a day; the next upload removes what is
/// older, and what there is no room for.
/// </summary>
internal sealed class UploadedRecipes(StoreFiles files, TimeProvider clock)
{
    private const int MaxNameCharacters = 120;
    private const string Content = "content";
    private const string Name = "name.json";

    /// <summary>What one site may keep here: two of the largest packages.</summary>
    private const long MaxKeptBytes = 1024L * 1024 * 1024;
    private static readonly TimeSpan Keeping = TimeSpan.FromDays(1);

    /// <returns>The key by which it is found; the file has been seen to be a recipe or a package.</returns>
    public async Task<Outcome<string>> TakeAsync(TenantId tenant, string sentName, Stream content, CancellationToken cancellationToken)
    {
        RemoveOld(tenant);
        MakeRoom(tenant, content.Length);
        var key = Guid.NewGuid().ToString("N");
        Directory.CreateDirectory(FolderOf(tenant, key));
        await using (var file = File.Create(Path.Combine(FolderOf(tenant, key), Content)))
        {
            await content.CopyToAsync(file, cancellationToken);
        }
        await File.WriteAllTextAsync(Path.Combine(FolderOf(tenant, key), Name), JsonSerializer.Serialize(Clean(sentName)), cancellationToken);
        var opened = await OpenAsync(tenant, key, cancellationToken);
        if (!opened.TryGet(out var package))
        {
            Remove(tenant, key);
            return Outcome.Refused<string>(opened.Problems);
        }
        package.Dispose();
        return key;
    }

    /// <param name="key">As it was sent, perhaps by somebody who made it up.</param>
    public async Task<Outcome<RecipePackage>> OpenAsync(TenantId tenant, string key, CancellationToken cancellationToken)
    {
        var folder = Guid.TryParseExact(key, "N", out var id) ? FolderOf(tenant, id.ToString("N")) : null;
        if (folder is null || !File.Exists(Path.Combine(folder, Name)))
        {
            return RecipeRefusals.UploadGone();
        }
        var name = JsonSerializer.Deserialize<string>(await File.ReadAllTextAsync(Path.Combine(folder, Name), cancellationToken))!; // written as a text
        return await RecipePackage.OpenUploadAsync(name, Path.Combine(folder, Content), PackageLimits.Default, cancellationToken);
    }

    public void Remove(TenantId tenant, string key)
    {
        if (Guid.TryParseExact(key, "N", out var id) && Directory.Exists(FolderOf(tenant, id.ToString("N"))))
        {
            // Taken aside at once, so that of two who remove it only one finds it; what a fall leaves behind goes with the old ones.
            var aside = FolderOf(tenant, "-" + Guid.NewGuid().ToString("N"));
            try
            {
                Directory.Move(FolderOf(tenant, id.ToString("N")), aside);
            }
            catch (DirectoryNotFoundException)
            {
                // The other has it.
                return;
            }
            Directory.Delete(aside, recursive: true);
        }
    }

    private void RemoveOld(TenantId tenant)
    {
        foreach (var folder in Kept(tenant))
        {
            if (folder.LastWriteTimeUtc < clock.GetUtcNow().UtcDateTime - Keeping)
            {
                folder.Delete(recursive: true);
            }
        }
    }

    // One works on what was uploaded last; what is given up for it can be uploaded again.
    private void MakeRoom(TenantId tenant, long bytes)
    {
        var kept = Kept(tenant).OrderBy(folder => folder.LastWriteTimeUtc).Select(folder => (folder.Name, Bytes: folder.EnumerateFiles().Sum(file => file.Length))).ToList();
        var total = kept.Sum(folder => folder.Bytes);
        foreach (var (name, size) in kept.TakeWhile(_ => total + bytes > MaxKeptBytes))
        {
            Remove(tenant, name);
            total -= size;
        }
    }

    private static string Clean(string sentName)
    {
        var name = string.Concat(sentName[(sentName.LastIndexOfAny(['/', '\\']) + 1)..].Where(sign => !char.IsControl(sign)));
        return name.Length <= MaxNameCharacters ? name : name[^MaxNameCharacters..];
    }

    private List<DirectoryInfo> Kept(TenantId tenant)
    {
        var root = new DirectoryInfo(Path.GetDirectoryName(FolderOf(tenant, "-"))!); // has a parent
        return root.Exists ? [.. root.EnumerateDirectories()] : [];
    }

    private string FolderOf(TenantId tenant, string key) => Path.Combine(files.Folder(tenant), "recipes", key);
}
