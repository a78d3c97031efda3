using AgencyCMS.Modularity.Permissions;

namespace AgencyCMS.Operations;

internal static class OperationsPermissions
{
    public const string ViewJobs = "operations.jobs";

    public static Permission[] All { get; } = [new(ViewJobs, "See what runs in the background, and have it run now.", CountyOnly: true)];
}
