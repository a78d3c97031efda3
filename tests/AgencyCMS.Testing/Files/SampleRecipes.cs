namespace AgencyCMS.Testing.Files;

/// <summary>Public recipes of Orchard Core sites, which are not the project's own.</summary>
public static class SampleRecipes
{
    /// <summary>Null when this machine does not have them.</summary>
    public static string? Folder { get; } = SharedFolder.Find("orchard/samples");

    /// <summary>Absolute paths; empty when this machine does not have them.</summary>
    public static IReadOnlyList<string> Files { get; } =
        Folder is null ? [] : [.. Directory.EnumerateFiles(Folder, "*.recipe.json").Order(StringComparer.Ordinal)];
}
