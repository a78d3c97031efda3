namespace AgencyCMS.Recipes;

/// <summary>The recipes that can be called by name: by the <c>recipes</c> step, and when a tenant is set up.</summary>
public interface IRecipeLibrary
{
    /// <returns>Null when no recipe has that name (compared ignoring case).</returns>
    Task<RecipeSource?> FindAsync(string name, CancellationToken cancellationToken);
}
