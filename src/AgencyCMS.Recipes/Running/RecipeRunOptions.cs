using AgencyCMS.Modularity.Permissions;

namespace AgencyCMS.Recipes.Running;

/// <param name="Runner">Who runs it, with the rights held in the tenant.</param>
/// <param name="IsDryRun">Everything is done and reported, and then undone.</param>
public sealed record RecipeRunOptions(RecipeEnvironment Environment, Actor Runner, bool IsDryRun = false);
