using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Accounts.Navigation;

internal sealed class AccountNavigation(TenantContext tenants, IStringLocalizer localizer) : INavigationProvider
{
    public IEnumerable<NavigationItem> Items
    {
        get
        {
            yield return new NavigationItem(AccountRoutes.Members, localizer["Members"], AccountRoutes.Members, NavigationGroup.Site, 40)
            {
                Icon = "users",
                Permission = AccountPermissions.ManageMembers,
            };
            yield return new NavigationItem(AccountRoutes.Roles, localizer["Roles"], AccountRoutes.Roles, NavigationGroup.Site, 41)
            {
                Icon = "shield",
                Permission = AccountPermissions.ManageMembers,
            };
            if (tenants.Tenant.IsCounty)
            {
                yield return new NavigationItem(AccountRoutes.Accounts, localizer["Accounts"], AccountRoutes.Accounts, NavigationGroup.County, 20)
                {
                    Icon = "user",
                    Permission = AccountPermissions.Manage,
                };
            }
        }
    }
}
