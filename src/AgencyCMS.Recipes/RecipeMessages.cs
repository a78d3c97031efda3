using AgencyCMS.Recipes.Reporting;

namespace AgencyCMS.Recipes;

/// <summary>Every message that reading and running a recipe can give. Modules add their own beside their steps.</summary>
public static class RecipeMessages
{
    public static RecipeMessage NotReadable { get; } = new("recipes.not-readable", "The file is not a recipe: {0} Line {1}, column {2}.");
    public static RecipeMessage LateVariables { get; } = new("recipes.late-variables", "The variables after the steps have no effect; move them before the steps.");
    public static RecipeMessage NotAStep { get; } = new("recipes.not-a-step", "A step must be an object with a name.");
    public static RecipeMessage UnknownStep { get; } = new("recipes.unknown-step", "Skipped: unknown step “{0}” (#{1}). Its JSON is kept for export.");
    public static RecipeMessage UnknownRecipe { get; } = new("recipes.unknown-recipe", "There is no recipe named “{0}”.");
    public static RecipeMessage CircularRecipe { get; } = new("recipes.circular-recipe", "The recipe “{0}” calls itself.");
    public static RecipeMessage RecipeCalled { get; } = new("recipes.recipe-called", "The recipe “{0}” runs next.");
    public static RecipeMessage RolledBack { get; } = new("recipes.rolled-back", "Nothing was changed: what earlier steps had done was undone.");
    public static RecipeMessage UnknownEngine { get; } = new("recipes.unknown-engine", "The text at {0} was kept as written: there is no expression engine “{1}”.");
    public static RecipeMessage UnknownFunction { get; } = new("recipes.unknown-function", "The text at {0} was kept as written: a function is not available ({1}).");
    public static RecipeMessage UnknownVariable { get; } = new("recipes.unknown-variable", "The expression at {0} has no value: the variable “{1}” is not defined.");
    public static RecipeMessage CircularExpression { get; } = new("recipes.circular-expression", "The expression at {0} has no value: “{1}” refers to itself.");
    public static RecipeMessage FileMissing { get; } = new("recipes.file-missing", "The text at {0} was kept as written: the file “{1}” did not come with the recipe.");
    public static RecipeMessage BadEncoding { get; } = new("recipes.bad-encoding", "The expression at {0} has no value: the argument of {1} cannot be decoded.");
    public static RecipeMessage ScriptFailed { get; } = new("recipes.script-failed", "The expression at {0} has no value: the script failed ({1}).");
    public static RecipeMessage NotPermitted { get; } = new("recipes.not-permitted", "The step “{0}” needs the permission {1}, which you do not have here.");
    public static RecipeMessage FileBroken { get; } = new("recipes.file-broken", "The expression at {0} has no value: the file “{1}” is damaged in the package.");
    public static RecipeMessage ValuesTooLong { get; } = new("recipes.values-too-long", "The expression at {0} has no value: the values of this recipe's expressions are longer than {1} million characters together.");

    public static RecipeMessage NameTooLong { get; } = new("recipes.name-too-long", "The step “{0}” has a name at {1} that is longer than {2} characters: {3}");

    /// <summary>For steps: a value that they cannot do without.</summary>
    public static RecipeMessage MissingValue { get; } = new("recipes.missing-value", "“{0}” is missing.");

    /// <summary>All of them, for translation.</summary>
    public static IReadOnlyList<RecipeMessage> All { get; } =
    [
        NotReadable, LateVariables, NotAStep, UnknownStep, UnknownRecipe, CircularRecipe, RecipeCalled, RolledBack,
        UnknownEngine, UnknownFunction, UnknownVariable, CircularExpression, FileMissing, BadEncoding, ScriptFailed, NotPermitted, FileBroken, ValuesTooLong, NameTooLong, MissingValue,
    ];
}
