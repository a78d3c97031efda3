using AgencyCMS.Modularity.Permissions;

namespace AgencyCMS.Admin;

internal static class AdminPermissions
{
    public const string ViewOperations = "operations.view";

    public static Permission[] All { get; } = [new(ViewOperations, "See whether everything runs, and try failed work again.")];
}
