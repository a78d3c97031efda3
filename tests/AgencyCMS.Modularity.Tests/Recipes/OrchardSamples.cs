namespace AgencyCMS.Modularity.Tests.Recipes;

/// <summary>Public Orchard Core recipes, which lie beside the repository and not in it.</summary>
internal static class OrchardSamples
{
    internal static string? Folder { get; } = Find();

    /// <summary>The recipe files, or null where the folder is not there.</summary>
    internal static IReadOnlyList<string>? Files { get; } =
        Folder is null ? null : [.. Directory.EnumerateFiles(Folder, "*.recipe.json").Order(StringComparer.Ordinal)];

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var samples = Path.Combine(folder.FullName, "shared", "orchard", "samples");
            if (Directory.Exists(samples))
            {
                return samples;
            }
        }
        return null;
    }
}
