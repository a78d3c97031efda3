using AgencyCMS.Recipes.Reporting;

namespace AgencyCMS.Tenants.Recipes;

/// <summary>What the step <c>Tenants</c> reports.</summary>
internal static class TenantRecipeMessages
{
    public static RecipeMessage CountyOnly { get; } = new("tenants.county-only-step", "Tenants are the county's: this step runs in the county office's tenant only.");
    public static RecipeMessage UnknownKind { get; } = new("tenants.unknown-kind", "“{0}” is not a kind of tenant. Use Department, Township or PublicInstitution.");
    public static RecipeMessage Created { get; } = new("tenants.created", "The tenant “{0}” was created.");
    public static RecipeMessage Known { get; } = new("tenants.known", "The tenant “{0}” is there already and was left alone.");

    /// <summary>All of them, for translation.</summary>
    public static IReadOnlyList<RecipeMessage> All { get; } = [CountyOnly, UnknownKind, Created, Known];
}
