namespace AgencyCMS.Recipes.Exporting;

/// <summary>The files that an export puts into its package beside the recipe.</summary>
public sealed class PackageFiles
{
    private readonly Dictionary<string, string> _files = new(StringComparer.OrdinalIgnoreCase) { ["Recipe.json"] = "" };

    /// <summary>Name in the package and full path on the disk.</summary>
    public IEnumerable<(string Name, string Path)> All => _files.Where(file => file.Value.Length > 0).Select(file => (file.Key, file.Value));

    /// <param name="name">Wished for; relative, with forward slashes.</param>
    /// <param name="path">Full path of the file.</param>
    /// <returns>The name it gets: another one when that is taken.</returns>
    public string Add(string name, string path)
    {
        ArgumentNullException.ThrowIfNull(name);
        var free = name;
        while (!_files.TryAdd(free, path))
        {
            free = "media/" + free;
        }
        return free;
    }
}
