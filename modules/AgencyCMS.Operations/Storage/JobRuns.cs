using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Texts;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Operations.Storage;

/// <summary>The history of recurring jobs, in the county store: all nodes write and read the same.</summary>
internal sealed class JobRuns(StoreSessions stores, NodeName node, TimeProvider clock)
{
    private const int MaxErrorLength = 4000;

    public async Task<JobRunRow> BeginAsync(string job, int attempt, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        var row = new JobRunRow { Job = job, Node = node.Value, Attempt = attempt, StartedAt = clock.GetUtcNow(), Outcome = JobOutcome.Running };
        db.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        return row;
    }

    /// <summary>Notes that a run failed for one tenant.</summary>
    public async Task AddFailureAsync(JobRunRow run, int tenantId, DateTimeOffset startedAt, Exception exception)
    {
        await using var db = stores.OpenCounty();
        db.Add(new JobRunRow
        {
            Job = run.Job,
            TenantId = tenantId,
            Node = run.Node,
            Attempt = run.Attempt,
            StartedAt = startedAt,
            FinishedAt = clock.GetUtcNow(),
            Outcome = JobOutcome.Failed,
            Error = Describe(exception),
        });
        await db.SaveChangesAsync(CancellationToken.None);
    }

    public async Task EndAsync(JobRunRow run, JobOutcome outcome, int tenants, string? error)
    {
        await using var db = stores.OpenCounty();
        (run.FinishedAt, run.Outcome, run.Tenants, run.Error) = (clock.GetUtcNow(), outcome, tenants, error);
        db.Update(run);
        await db.SaveChangesAsync(CancellationToken.None);
    }

    /// <summary>Ends the runs that this node began and did not end; called before it begins others.</summary>
    public async Task EndInterruptedAsync(CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        DateTimeOffset? now = clock.GetUtcNow();
        var name = node.Value;
        await db.Set<JobRunRow>().Where(row => row.Node == name && row.Outcome == JobOutcome.Running).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Outcome, JobOutcome.Interrupted).SetProperty(row => row.FinishedAt, now), cancellationToken);
    }

    /// <returns>Number of lines removed.</returns>
    public async Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        return await db.Set<JobRunRow>().Where(row => row.StartedAt < before && row.Outcome != JobOutcome.Running).ExecuteDeleteAsync(cancellationToken);
    }

    /// <returns>The newest first, and the number of all.</returns>
    public async Task<(IReadOnlyList<JobRunRow> Runs, int Total)> ListAsync(string? job, int skip, int take, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        var rows = db.Set<JobRunRow>().AsNoTracking().Where(row => job == null || row.Job == job);
        return (await rows.OrderByDescending(row => row.Id).Skip(skip).Take(take).ToListAsync(cancellationToken), await rows.CountAsync(cancellationToken));
    }

    /// <returns>The last run of each job as a whole, by job.</returns>
    public async Task<IReadOnlyDictionary<string, JobRunRow>> LastAsync(CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        var last = db.Set<JobRunRow>().Where(row => row.TenantId == null).GroupBy(row => row.Job).Select(group => group.Max(row => row.Id));
        return await db.Set<JobRunRow>().AsNoTracking().Where(row => last.Contains(row.Id)).ToDictionaryAsync(row => row.Job, StringComparer.Ordinal, cancellationToken);
    }

    public static string Describe(Exception exception)
    {
        var text = exception.GetBaseException().Message;
        return Characters.Cut(text, MaxErrorLength);
    }
}
