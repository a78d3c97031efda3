using AgencyCMS.Modularity.Recipes;

namespace AgencyCMS.Tenants.Lifecycle;

/// <summary>Where the program's recipes lie: beside it, both when it was built and when it was published.</summary>
internal sealed class RecipeFolders
{
    /// <summary>Absolute paths; a recipe of a later folder hides one of the same name.</summary>
    public IReadOnlyList<string> All { get; } = [Path.Combine(AppContext.BaseDirectory, "recipes", "demo"), Path.Combine(AppContext.BaseDirectory, "recipes")];

    /// <summary>The files of recipes that can be chosen; the parts of the demo county are not among them.</summary>
    public IEnumerable<string> Files() => Directory.Exists(All[^1]) ? Directory.EnumerateFiles(All[^1], "*" + RecipeFolderLibrary.Extension) : [];
}
