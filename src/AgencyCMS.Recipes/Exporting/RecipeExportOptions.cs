namespace AgencyCMS.Recipes.Exporting;

/// <param name="Descriptor">What the exported recipe says about itself.</param>
/// <param name="IncludesSecrets">Settings and steps that may hold secrets are written too.</param>
public sealed record RecipeExportOptions(RecipeDescriptor Descriptor, bool IncludesSecrets = false)
{
    /// <summary>What is exported; null for everything.</summary>
    public IReadOnlySet<RecipeExportPart>? Parts { get; init; }

    /// <summary>Takes the files that travel beside the recipe; null when they have to stand in it.</summary>
    public PackageFiles? Files { get; init; }

    public bool Has(RecipeExportPart part) => Parts?.Contains(part) ?? true;
}
