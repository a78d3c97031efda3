using AgencyCMS.Presentation;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Tenants.Navigation;

internal sealed class FeatureNavigation(IStringLocalizer localizer) : INavigationProvider
{
    public IEnumerable<NavigationItem> Items =>
    [
        new(TenantRoutes.OwnFeatures, localizer["Features"], TenantRoutes.OwnFeatures, NavigationGroup.Site, 80) { Icon = "settings", Permission = TenantPermissions.SwitchFeatures },
    ];
}
