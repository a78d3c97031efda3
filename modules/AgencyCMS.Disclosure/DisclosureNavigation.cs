using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Presentation;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Disclosure;

internal sealed class DisclosureNavigation(StandingPages pages, CatalogueTree catalogue, IStringLocalizer localizer) : INavigationProvider
{
    public IEnumerable<NavigationItem> Items =>
    [
        new("guide", localizer["Disclosure guide"], "contents.item", NavigationGroup.PublicSite, 10)
        {
            RouteValues = new { path = StandingPages.Guide }, IsThere = cancellationToken => pages.IsThereAsync(StandingPages.Guide, cancellationToken),
        },
        new("catalogue", localizer["Disclosure catalogue"], DisclosureRoutes.Catalogue, NavigationGroup.PublicSite, 20),
        new("annual-reports", localizer["Annual reports"], DisclosureRoutes.Entry, NavigationGroup.PublicSite, 40)
        {
            RouteValues = new { entry = CatalogueCodes.AnnualReports }, IsThere = cancellationToken => HasEntryAsync(CatalogueCodes.AnnualReports, cancellationToken),
        },
        new("disclosure.edit-catalogue", localizer["Catalogue"], DisclosureRoutes.EditCatalogue, NavigationGroup.Disclosure, 10)
        {
            Permission = DisclosurePermissions.EditCatalogueId, Icon = "list",
        },
        new("disclosure.imports", localizer["Import"], DisclosureRoutes.Imports, NavigationGroup.Disclosure, 20)
        {
            Permission = DisclosurePermissions.ImportId, Icon = "upload",
        },
    ];

    // An agency need not have adopted the standard's catalogue.
    private async ValueTask<bool> HasEntryAsync(string code, CancellationToken cancellationToken) => (await catalogue.GetAsync(cancellationToken)).Find(code) is not null;
}
