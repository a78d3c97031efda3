namespace AgencyCMS.Recipes.Running;

/// <summary>What the expressions of a recipe may ask about the place it runs in. Put no secret here that the recipe's author must not see.</summary>
public sealed record RecipeEnvironment
{
    /// <summary>Values of <c>parameters('Name')</c>, such as SiteName and AdminUsername. A missing one reads as empty.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Values of <c>configuration('Key:Sub', 'default')</c>. Only what is listed can be read.</summary>
    public IReadOnlyDictionary<string, string> Configuration { get; init; } = new Dictionary<string, string>();

    /// <summary>First path segment of the tenant, without slashes; empty when it has a host of its own.</summary>
    public string UrlPrefix { get; init; } = "";
}
