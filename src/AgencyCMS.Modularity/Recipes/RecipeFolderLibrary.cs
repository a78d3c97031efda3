namespace AgencyCMS.Modularity.Recipes;

/// <summary>The files named <c>*.recipe.json</c> in some folders, without their subfolders. A later folder wins.</summary>
/// <param name="folders">Those that do not exist are passed over.</param>
public sealed class RecipeFolderLibrary(IReadOnlyList<string> folders) : IRecipeLibrary
{
    public const string Extension = ".recipe.json";

    /// <summary>A recipe answers to the name in its envelope and to the name of its file.</summary>
    public async Task<RecipeSource?> FindAsync(string name, CancellationToken cancellationToken)
    {
        foreach (var file in Files().Reverse())
        {
            var source = await RecipeSource.FromFileAsync(file, cancellationToken);
            if (NameOf(file).Equals(name, StringComparison.OrdinalIgnoreCase) || IsNamed(source, name))
            {
                return source;
            }
        }
        return null;
    }

    private IEnumerable<string> Files() => folders
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*" + Extension).Order(StringComparer.Ordinal));

    private static string NameOf(string file) => Path.GetFileName(file)[..^Extension.Length];

    private static bool IsNamed(RecipeSource source, string name)
    {
        try
        {
            return RecipeReader.Read(source.Utf8).Descriptor.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
        }
        catch (RecipeFormatException)
        {
            // A broken neighbour must not hide the recipe asked for; running it by its file name reports the fault.
            return false;
        }
    }
}
