using AgencyCMS.Recipes.Files;

namespace AgencyCMS.Recipes;

/// <summary>A recipe file and what lies beside it.</summary>
/// <param name="File">Name for reports, without a folder.</param>
/// <param name="Utf8">The file's bytes.</param>
public sealed record RecipeSource(string File, ReadOnlyMemory<byte> Utf8, IRecipeFiles Files)
{
    /// <summary>It came with the program and not from outside: the dates of its items are what the program wants them to be.</summary>
    public bool IsFromLibrary { get; init; }

    public static async Task<RecipeSource> FromFileAsync(string path, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(path);
        return new(Path.GetFileName(full), await System.IO.File.ReadAllBytesAsync(full, cancellationToken), new RecipeFolder(Path.GetDirectoryName(full)!));
    }

    public static RecipeSource FromText(string file, string text) =>
        new(file, System.Text.Encoding.UTF8.GetBytes(text), NoRecipeFiles.Instance);
}
