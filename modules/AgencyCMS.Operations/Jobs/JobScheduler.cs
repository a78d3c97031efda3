using AgencyCMS.Modularity.Operations;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Operations.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace AgencyCMS.Operations.Jobs;

/// <summary>
/// Keeps the schedule of the recurring jobs in Quartz's persistent store. It begins once the server answers requests, so the start does not wait for it, and
/// waits at the end for the runs that it has begun.
/// </summary>
internal sealed class JobScheduler(
    JobCatalogue catalogue,
    JobRuns runs,
    QuartzStore store,
    JobOptions options,
    TenantDirectory directory,
    TimeProvider clock,
    IHostApplicationLifetime lifetime,
    ILogger<JobScheduler> logger)
    : BackgroundService
{
    private static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(30);
    private readonly TaskCompletionSource<IScheduler> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when jobs are run.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Has a job run now, by whichever node is first.</summary>
    /// <returns>False when this node's scheduler does not run.</returns>
    public async Task<bool> RunNowAsync(string name, CancellationToken cancellationToken)
    {
        if (!_ready.Task.IsCompletedSuccessfully)
        {
            return false;
        }
        var scheduler = await _ready.Task;
        await scheduler.TriggerJob(new JobKey(name), cancellationToken: cancellationToken);
        return true;
    }

    /// <summary>When a job comes next.</summary>
    /// <returns>Null when this node's scheduler does not run.</returns>
    public async Task<DateTimeOffset?> FindNextAsync(string name, CancellationToken cancellationToken)
    {
        if (!_ready.Task.IsCompletedSuccessfully)
        {
            return null;
        }
        var scheduler = await _ready.Task;
        return (await scheduler.GetTrigger(new TriggerKey(name), cancellationToken))?.NextFireTimeUtc;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_ready.Task.IsCompletedSuccessfully)
        {
            await (await _ready.Task).Shutdown(waitForJobsToComplete: true, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.IsEnabled || !await HasStartedAsync(stoppingToken))
        {
            return;
        }
        while (!_ready.Task.IsCompleted)
        {
            try
            {
                await StartSchedulerAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(exception, "The scheduler of the recurring jobs did not start; it is tried again in {Wait}.", Reconnect);
                await Task.Delay(Reconnect, clock, stoppingToken);
            }
        }
    }

    private async Task StartSchedulerAsync(CancellationToken cancellationToken)
    {
        await runs.EndInterruptedAsync(cancellationToken);
        var scheduler = await store.OpenAsync(cancellationToken);
        foreach (var job in catalogue.All)
        {
            await ScheduleAsync(scheduler, job, cancellationToken);
        }
        await scheduler.Start(cancellationToken);
        _ready.SetResult(scheduler);
    }

    // A trigger that stands is left alone: it knows that a run was missed while no server was up.
    private async Task ScheduleAsync(IScheduler scheduler, IRecurringJob job, CancellationToken cancellationToken)
    {
        var zone = directory.County?.Zone() ?? TenantTimes.UsualZone;
        var key = new TriggerKey(job.Name);
        if (await scheduler.GetTrigger(key, cancellationToken) is ICronTrigger standing && standing.CronExpressionString == job.Cron && standing.TimeZone.Id == zone.Id)
        {
            return;
        }
        var detail = JobBuilder.Create<ScheduledRun>().WithIdentity(job.Name).WithDescription(job.Description).StoreDurably().RequestRecovery().Build();
        var trigger = TriggerBuilder.Create().WithIdentity(key)
            .WithCronSchedule(job.Cron, cron => cron.InTimeZone(zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)).Build();
        await scheduler.ScheduleJob(detail, [trigger], new ScheduleJobOptions { Replace = true }, cancellationToken);
    }

    private async Task<bool> HasStartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var onStart = lifetime.ApplicationStarted.Register(started.SetResult);
        await using var onStop = stoppingToken.Register(() => started.TrySetCanceled(stoppingToken));
        try
        {
            await started.Task;
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
