namespace AgencyCMS.Recipes;

/// <summary>What a recipe says about itself. Every part is optional in a file, so texts may be empty.</summary>
public sealed record RecipeDescriptor
{
    /// <summary>Technical id, by which other recipes and set-up call this one.</summary>
    public string Name { get; init; } = "";

    public string DisplayName { get; init; } = "";

    public string Description { get; init; } = "";

    public string Author { get; init; } = "";

    public string Website { get; init; } = "";

    public string Version { get; init; } = "";

    /// <summary>True when the recipe is offered for the set-up of a tenant.</summary>
    public bool IsSetupRecipe { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];
}
