namespace AgencyCMS.Recipes.Files;

/// <summary>What a recipe and a package may be at most. Looked at before anything is unpacked.</summary>
public sealed record PackageLimits
{
    public static PackageLimits Default { get; } = new();

    /// <summary>Bytes of a file as it is brought.</summary>
    public long MaxFileBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>Bytes of the recipe itself, which is held in memory.</summary>
    public long MaxRecipeBytes { get; init; } = 128L * 1024 * 1024;

    /// <summary>Characters of all values that the expressions of one recipe stand for, together: one file may be named again and again.</summary>
    public int MaxValueCharacters { get; init; } = 64 * 1024 * 1024;

    /// <summary>Bytes of everything in a package together, unpacked.</summary>
    public long MaxUnpackedBytes { get; init; } = 2L * 1024 * 1024 * 1024;

    public int MaxEntries { get; init; } = 20_000;

    /// <summary>Bytes of the list of entries.</summary>
    public long MaxDirectoryBytes { get; init; } = 8L * 1024 * 1024;
}
