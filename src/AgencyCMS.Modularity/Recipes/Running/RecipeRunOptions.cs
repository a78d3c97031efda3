namespace AgencyCMS.Modularity.Recipes.Running;

/// <param name="IsDryRun">Everything is done and reported, and then undone.</param>
public sealed record RecipeRunOptions(RecipeEnvironment Environment, bool IsDryRun = false);
