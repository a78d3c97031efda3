using AgencyCMS.Presentation;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Portal;

internal sealed class PortalNavigation(IStringLocalizer localizer) : INavigationProvider
{
    public IEnumerable<NavigationItem> Items => [new("agencies", localizer["Agencies and townships"], PortalRoutes.Agencies, NavigationGroup.PublicSite, 5)];
}
