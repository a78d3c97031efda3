namespace AgencyCMS.Modularity.Recipes.Exporting;

/// <param name="Descriptor">What the exported recipe says about itself.</param>
/// <param name="IncludesSecrets">Settings and steps that may hold secrets are written too.</param>
public sealed record RecipeExportOptions(RecipeDescriptor Descriptor, bool IncludesSecrets = false);
