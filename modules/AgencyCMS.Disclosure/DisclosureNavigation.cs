using AgencyCMS.Modularity.Presentation;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Disclosure;

internal sealed class DisclosureNavigation(IStringLocalizer localizer) : INavigationProvider
{
    public IEnumerable<NavigationItem> Items =>
    [
        new("guide", localizer["Disclosure guide"], "contents.item", NavigationGroup.PublicSite, 10) { RouteValues = new { path = "guide" } },
        new("catalogue", localizer["Disclosure catalogue"], DisclosureRoutes.Catalogue, NavigationGroup.PublicSite, 20),
        new("annual-reports", localizer["Annual reports"], DisclosureRoutes.Entry, NavigationGroup.PublicSite, 40) { RouteValues = new { entry = "annual_reports" } },
        new("disclosure.edit-catalogue", localizer["Catalogue"], DisclosureRoutes.EditCatalogue, NavigationGroup.Disclosure, 10)
        {
            Permission = DisclosurePermissions.EditCatalogueId, Icon = "list",
        },
        new("disclosure.imports", localizer["Import"], DisclosureRoutes.Imports, NavigationGroup.Disclosure, 20)
        {
            Permission = DisclosurePermissions.ImportId, Icon = "upload",
        },
    ];
}
