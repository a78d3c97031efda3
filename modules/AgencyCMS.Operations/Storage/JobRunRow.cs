namespace AgencyCMS.Operations.Storage;

/// <summary>One run of a recurring job; for a job that is done for every tenant also one line for each tenant that failed.</summary>
internal sealed class JobRunRow
{
    public long Id { get; set; }
    public required string Job { get; set; }

    /// <summary>The tenant that failed; null for the run as a whole.</summary>
    public int? TenantId { get; set; }

    public required string Node { get; set; }

    /// <summary>From 1; higher for the repetition of a failed run.</summary>
    public int Attempt { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    /// <summary>Null while it runs.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    public JobOutcome Outcome { get; set; }

    /// <summary>Number of tenants that were gone through; 0 for a job of the county.</summary>
    public int Tenants { get; set; }

    public string? Error { get; set; }
}

internal enum JobOutcome
{
    Running,
    Succeeded,
    Failed,

    /// <summary>The process ended before the run did.</summary>
    Interrupted,
}
