namespace AgencyCMS.Recipes.Reporting;

public enum RecipeSeverity
{
    Information,
    Warning,

    /// <summary>The recipe was not run, or what it did was undone.</summary>
    Error,
}
