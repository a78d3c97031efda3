using AgencyCMS.Presentation;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Deployment.Navigation;

internal sealed class RecipeNavigation(IStringLocalizer localizer) : INavigationProvider
{
    public IEnumerable<NavigationItem> Items =>
    [
        new(RecipeRoutes.Recipes, localizer["Recipes"], RecipeRoutes.Recipes, NavigationGroup.Site, 85) { Icon = "download", Permission = RecipePermissions.Use },
    ];
}
