namespace AgencyCMS.Recipes.Files;

/// <summary>The folder a recipe lies in. Nothing outside of it is ever opened, by no dots and by no link.</summary>
/// <param name="folder">An existing folder, absolute or relative to the working directory.</param>
public sealed class RecipeFolder(string folder) : IRecipeFiles
{
    private readonly string _root = Path.GetFullPath(folder);

    public Stream? OpenRead(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var relative = path.Replace('\\', '/');
        if (relative.Contains('\0') || Path.IsPathRooted(relative))
        {
            return null;
        }
        var full = Path.GetFullPath(Path.Combine(_root, relative));
        var isInside = full.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return isInside && File.Exists(full) && !PassesLink(full) ? File.OpenRead(full) : null;
    }

    // A link inside the folder may point anywhere; a recipe has no need of one.
    private bool PassesLink(string full)
    {
        for (var current = full; current.Length > _root.Length; current = Path.GetDirectoryName(current)!)
        {
            if (File.GetAttributes(current).HasFlag(FileAttributes.ReparsePoint))
            {
                return true;
            }
        }
        return false;
    }
}
