namespace AgencyCMS.Operations;

internal static class OperationsRoutes
{
    public const string Jobs = "operations.jobs";
    public const string RunJob = "operations.run-job";
}
