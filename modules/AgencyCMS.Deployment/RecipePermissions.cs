using AgencyCMS.Modularity.Permissions;

namespace AgencyCMS.Deployment;

internal static class RecipePermissions
{
    public const string Use = "site.recipes";

    public static Permission[] All { get; } = [new(Use, "Run recipes on this site, and export the site as a recipe.")];
}
