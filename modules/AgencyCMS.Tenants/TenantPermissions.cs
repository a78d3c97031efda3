using AgencyCMS.Accounts.Contracts;
using AgencyCMS.Modularity.Permissions;

namespace AgencyCMS.Tenants;

internal static class TenantPermissions
{
    public const string Manage = "tenants.manage";
    public const string Help = HelpRight.Permission;
    public const string SwitchFeatures = "site.features";

    public static Permission[] All { get; } =
    [
        new(Manage, "Create the agencies' sites, and suspend, rename, archive, export and delete them.", CountyOnly: true),
        new(Help, "Work inside an agency's site for a limited time, for a reason that the agency reads.", CountyOnly: true),
        new(SwitchFeatures, "Switch the features of this site on and off."),
    ];
}
