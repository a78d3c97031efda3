namespace AgencyCMS.Recipes.Files;

/// <summary>The files that travel with a recipe: its folder, or the package it came in.</summary>
public interface IRecipeFiles
{
    /// <summary>Opens a companion file.</summary>
    /// <param name="path">Relative to the recipe, with forward or backward slashes.</param>
    /// <returns>Null when there is no such file, or when the path leaves the folder.</returns>
    /// <exception cref="InvalidDataException">The file is there and damaged.</exception>
    Stream? OpenRead(string path);
}
