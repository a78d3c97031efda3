namespace AgencyCMS.Recipes.Files;

/// <summary>For recipes that came without a folder, such as pasted text.</summary>
public sealed class NoRecipeFiles : IRecipeFiles
{
    public static NoRecipeFiles Instance { get; } = new();

    private NoRecipeFiles()
    {
    }

    public Stream? OpenRead(string path) => null;
}
