using AgencyCMS.Modularity.Operations;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Operations.Metrics;
using AgencyCMS.Operations.Storage;
using Microsoft.Extensions.Logging;

namespace AgencyCMS.Operations.Jobs;

/// <summary>Runs a recurring job once and writes its history. A tenant that fails does not keep the job from the others.</summary>
internal sealed class JobRunner(JobCatalogue catalogue, JobRuns runs, TenantDirectory directory, OperationsMeter meter, TimeProvider clock, ILogger<JobRunner> logger)
{
    /// <param name="name">Name of the job.</param>
    /// <param name="attempt">1, or more for the repetition of a failed run.</param>
    /// <param name="only">Ids of the tenants that failed before; null for all.</param>
    /// <param name="cancellationToken">The program ends; the run is noted as interrupted.</param>
    /// <returns>What became of it; null when no loaded module has the job.</returns>
    public async Task<JobResult?> RunAsync(string name, int attempt, IReadOnlyCollection<int>? only, CancellationToken cancellationToken)
    {
        if (catalogue.Find(name) is not { } job)
        {
            return null;
        }
        var run = await runs.BeginAsync(name, attempt, cancellationToken);
        using var activity = OperationsMeter.Activities.StartActivity("job " + name);
        meter.RunBegan(name);
        var result = new JobResult(0, [], null);
        var outcome = JobOutcome.Interrupted;
        try
        {
            result = job is ITenantJob perTenant ? await RunForTenantsAsync(perTenant, run, only, cancellationToken) : await RunOnceAsync((ICountyJob)job, cancellationToken);
            outcome = result.Error is null ? JobOutcome.Succeeded : JobOutcome.Failed;
            return result;
        }
        finally
        {
            meter.RunEnded(name, outcome.ToString());
            await runs.EndAsync(run, outcome, result.Tenants, result.Error);
        }
    }

    private async Task<JobResult> RunOnceAsync(ICountyJob job, CancellationToken cancellationToken)
    {
        try
        {
            await job.RunAsync(cancellationToken);
            return new JobResult(0, [], null);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The edge of background work: the failure is kept where people look for it, and the run is repeated.
            logger.LogError(exception, "The job {Job} failed.", job.Name);
            return new JobResult(0, [], JobRuns.Describe(exception));
        }
    }

    private async Task<JobResult> RunForTenantsAsync(ITenantJob job, JobRunRow run, IReadOnlyCollection<int>? only, CancellationToken cancellationToken)
    {
        var tenants = directory.All.Where(tenant => IsConcerned(tenant, job) && (only is null || only.Contains(tenant.Id.Value))).ToList();
        var failed = new List<int>();
        string? firstError = null;
        foreach (var tenant in tenants)
        {
            var startedAt = clock.GetUtcNow();
            using var scope = logger.BeginScope(new Dictionary<string, object> { ["Tenant"] = tenant.Name, ["TenantId"] = tenant.Id.Value });
            try
            {
                await job.RunAsync(tenant, cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                logger.LogError(exception, "The job {Job} failed for this tenant.", job.Name);
                failed.Add(tenant.Id.Value);
                firstError ??= JobRuns.Describe(exception);
                await runs.AddFailureAsync(run, tenant.Id.Value, startedAt, exception);
            }
        }
        return new JobResult(tenants.Count, failed, firstError);
    }

    private static bool IsConcerned(Tenant tenant, ITenantJob job) =>
        tenant.State is TenantState.Running or TenantState.Suspended && (job.FeatureId is null || tenant.HasFeature(job.FeatureId));
}
