using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Recipes.Files;

/// <summary>Why a file is not taken as a recipe at all.</summary>
public static class RecipeProblems
{
    public static Problem FormatUnknown(string file) =>
        Problem.Invalid("recipes.format-unknown", "File", "“{0}” is neither a .json recipe nor a .zip package.", file);

    public static Problem TooLarge(string file, long megabytes) =>
        Problem.Invalid("recipes.too-large", "File", "“{0}” is larger than {1} MB.", file, megabytes);

    public static Problem PackageBroken(string file) =>
        Problem.Invalid("recipes.package-broken", "File", "“{0}” is not a readable zip file.", file);

    public static Problem PackageTooMany(string file, int entries) =>
        Problem.Invalid("recipes.package-too-many", "File", "“{0}” holds more than {1} files.", file, entries);

    public static Problem PackageTooLarge(string file, long megabytes) =>
        Problem.Invalid("recipes.package-too-large", "File", "“{0}” would unpack to more than {1} MB.", file, megabytes);

    public static Problem PackageLeaves(string file, string name) =>
        Problem.Invalid("recipes.package-leaves", "File", "“{0}” holds “{1}”, a name that no file of a package may have.", file, name);

    public static Problem PackageTwice(string file, string name) =>
        Problem.Invalid("recipes.package-twice", "File", "“{0}” holds two files named “{1}”.", file, name);

    public static Problem PackageWithoutRecipe(string file) =>
        Problem.Invalid("recipes.package-without-recipe", "File", "“{0}” has no Recipe.json at its root.", file);
}
