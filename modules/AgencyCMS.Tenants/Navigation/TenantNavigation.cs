using AgencyCMS.Presentation;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Tenants.Navigation;

internal sealed class TenantNavigation(IStringLocalizer localizer) : INavigationProvider
{
    public IEnumerable<NavigationItem> Items =>
    [
        new(TenantRoutes.List, localizer["Tenants"], TenantRoutes.List, NavigationGroup.County, 10) { Icon = "building", Permission = TenantPermissions.Manage },
    ];
}
