namespace AgencyCMS.Operations.Jobs;

/// <summary>What became of a run.</summary>
/// <param name="Tenants">Number of tenants that were gone through; 0 for a job of the county.</param>
/// <param name="Failed">Ids of the tenants that failed.</param>
/// <param name="Error">The first error; null when all went well.</param>
internal sealed record JobResult(int Tenants, IReadOnlyList<int> Failed, string? Error);
