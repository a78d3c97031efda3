using AgencyCMS.Admin.Operations;
using AgencyCMS.Presentation;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Admin;

internal sealed class AdminNavigation(IStringLocalizer localizer) : INavigationProvider
{
    public IEnumerable<NavigationItem> Items =>
    [
        new("admin.dashboard", localizer["Overview"], WellKnownRoutes.Administration, NavigationGroup.Overview, 0) { Icon = "home" },
        new(OperationsEndpoint.RouteName, localizer["Operations"], OperationsEndpoint.RouteName, NavigationGroup.Site, 90)
        {
            Icon = "chart",
            Permission = AdminPermissions.ViewOperations,
        },
    ];
}
