using System.IO.Compression;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Recipes.Files;

/// <summary>Looks at the list of a package's entries: names that stay inside, and none twice.</summary>
internal static class PackageNames
{
    private const int MaxNameLength = 500;
    private const int MaxShownLength = 100;
    private const int LinkType = 0xA000;
    private const int TypeMask = 0xF000;

    /// <summary>With forward slashes, as recipes name their files.</summary>
    public static string Of(ZipArchiveEntry entry) => entry.FullName.Replace('\\', '/');

    public static bool IsFolder(ZipArchiveEntry entry) => Of(entry).EndsWith('/');

    /// <returns>Null when every entry may be there.</returns>
    public static Problem? Refuse(string file, IReadOnlyCollection<ZipArchiveEntry> entries)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            if (!StaysInside(Of(entry)) || IsLink(entry))
            {
                return RecipeProblems.PackageLeaves(file, Shown(entry.FullName));
            }
            if (!names.Add(Of(entry).TrimEnd('/')))
            {
                return RecipeProblems.PackageTwice(file, Shown(entry.FullName));
            }
        }
        return null;
    }

    private static bool StaysInside(string name) =>
        name.Length is > 0 and <= MaxNameLength
        && !name.Any(char.IsControl)
        && !name.Contains(':', StringComparison.Ordinal)
        && name.TrimEnd('/').Split('/').All(segment => segment is not ("" or "." or ".."));

    // A link would lie in the package as a file that holds a path.
    private static bool IsLink(ZipArchiveEntry entry) => ((entry.ExternalAttributes >> 16) & TypeMask) == LinkType;

    private static string Shown(string name) => string.Concat(name.Where(sign => !char.IsControl(sign)).Take(MaxShownLength));
}
