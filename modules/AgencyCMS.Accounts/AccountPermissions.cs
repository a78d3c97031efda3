using AgencyCMS.Modularity.Permissions;

namespace AgencyCMS.Accounts;

internal static class AccountPermissions
{
    public const string Manage = "accounts.manage";
    public const string ManageMembers = "accounts.manage-members";

    public static Permission[] All { get; } =
    [
        new(Manage, "Create accounts of the whole county, reset and lock them, and say where people work.", CountyOnly: true),
        new(ManageMembers, "Say which roles the members of this agency hold."),
    ];
}
