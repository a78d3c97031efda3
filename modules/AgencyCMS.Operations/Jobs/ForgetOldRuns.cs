using AgencyCMS.Modularity.Operations;
using AgencyCMS.Operations.Storage;

namespace AgencyCMS.Operations.Jobs;

/// <summary>Keeps the history of the jobs at a quarter of a year.</summary>
internal sealed class ForgetOldRuns(JobRuns runs, TimeProvider clock) : ICountyJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(92);

    public string Name => "operations.forget-runs";

    public string Description => "Removes the history of jobs that ran more than three months ago.";

    public string Cron => "0 10 3 * * ?";

    public Task RunAsync(CancellationToken cancellationToken) => runs.ForgetAsync(clock.GetUtcNow() - Kept, cancellationToken);
}
