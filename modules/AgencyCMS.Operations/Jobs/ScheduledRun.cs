using System.Globalization;
using Microsoft.Extensions.Logging;
using Quartz;

namespace AgencyCMS.Operations.Jobs;

/// <summary>What the scheduler calls: hands the job of that name to the runner, and sets the repetition of a failed run.</summary>
[DisallowConcurrentExecution]
internal sealed class ScheduledRun(JobRunner runner, TimeProvider clock, ILogger<ScheduledRun> logger) : IJob
{
    private const string AttemptKey = "attempt";
    private const string TenantsKey = "tenants";

    // After the last one the next regular run is the repetition.
    private static readonly TimeSpan[] Waits = [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2)];

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var key = context.JobDetail.Key;
        var data = context.MergedJobDataMap;
        var attempt = data.TryGetValue(AttemptKey, out var text) && int.TryParse((string?)text, CultureInfo.InvariantCulture, out var number) ? number : 1;
        var only = data.TryGetValue(TenantsKey, out var ids) && ids is string { Length: > 0 } list ? list.Split(',').Select(id => int.Parse(id, CultureInfo.InvariantCulture)).ToHashSet() : null;
        var result = await runner.RunAsync(key.Name, attempt, only, cancellationToken);
        if (result is null)
        {
            logger.LogWarning("No loaded module has the job {Job}; its schedule is removed.", key.Name);
            await context.Scheduler.DeleteJob(key, cancellationToken);
        }
        else if (result.Error is not null && attempt <= Waits.Length)
        {
            var trigger = TriggerBuilder.Create().ForJob(key).WithIdentity(key.Name, "repetitions").StartAt(clock.GetUtcNow() + Waits[attempt - 1])
                .UsingJobData(AttemptKey, (attempt + 1).ToString(CultureInfo.InvariantCulture))
                .UsingJobData(TenantsKey, string.Join(',', result.Failed.Select(id => id.ToString(CultureInfo.InvariantCulture))))
                .Build();
            await context.Scheduler.UnscheduleJob(trigger.Key, CancellationToken.None);
            await context.Scheduler.ScheduleJob(trigger, cancellationToken: CancellationToken.None);
        }
    }
}
