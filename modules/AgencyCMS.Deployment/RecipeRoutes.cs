namespace AgencyCMS.Deployment;

internal static class RecipeRoutes
{
    public const string Recipes = "recipes";
    public const string Upload = "recipes.upload";
    public const string Run = "recipes.run";
    public const string Discard = "recipes.discard";
    public const string Export = "recipes.export";
}
