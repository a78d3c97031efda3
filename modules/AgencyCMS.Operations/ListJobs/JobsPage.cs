using AgencyCMS.Operations.Storage;

namespace AgencyCMS.Operations.ListJobs;

/// <param name="Jobs">All jobs, by name.</param>
/// <param name="Runs">One page of the history, newest first.</param>
/// <param name="Total">Number of all runs of the history that is shown.</param>
/// <param name="Page">From 1.</param>
/// <param name="Job">The one job whose history is shown; null for all.</param>
internal sealed record JobsPage(IReadOnlyList<JobLine> Jobs, IReadOnlyList<RunLine> Runs, int Total, int Page, string? Job)
{
    public const int Size = 50;
}

/// <param name="Next">When it comes next; null when this server runs no jobs.</param>
/// <param name="Last">Its last run; null when there was none.</param>
internal sealed record JobLine(string Name, string Description, DateTimeOffset? Next, JobRunRow? Last);

/// <param name="Run">What is known of it.</param>
/// <param name="Tenant">Title of the tenant that failed; null for a run as a whole.</param>
internal sealed record RunLine(JobRunRow Run, string? Tenant);
