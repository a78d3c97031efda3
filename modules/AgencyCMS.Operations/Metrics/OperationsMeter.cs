using System.Diagnostics;
using System.Diagnostics.Metrics;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Operations.Metrics;

/// <summary>What the platform measures about itself: tenants by state, running and ended jobs. Whether anybody listens is the host's decision.</summary>
internal sealed class OperationsMeter
{
    private const string Name = "AgencyCMS.Operations";
    private readonly UpDownCounter<int> _running;
    private readonly Counter<long> _ended;

    public OperationsMeter(IMeterFactory meters, TenantDirectory directory)
    {
        var meter = meters.Create(Name);
        _running = meter.CreateUpDownCounter<int>("agencycms.jobs.running", "{run}", "Recurring jobs that run on this node.");
        _ended = meter.CreateCounter<long>("agencycms.jobs.runs", "{run}", "Ended runs of recurring jobs.");
        meter.CreateObservableGauge(
            "agencycms.tenants",
            () => directory.All.CountBy(tenant => tenant.State)
                .Select(count => new Measurement<int>(count.Value, new KeyValuePair<string, object?>("agencycms.state", count.Key.ToString()))),
            "{tenant}",
            "Tenants by state.");
    }

    public static ActivitySource Activities { get; } = new(Name);

    public void RunBegan(string job) => _running.Add(1, new KeyValuePair<string, object?>("agencycms.job", job));

    public void RunEnded(string job, string outcome)
    {
        _running.Add(-1, new KeyValuePair<string, object?>("agencycms.job", job));
        _ended.Add(1, new("agencycms.job", job), new("agencycms.outcome", outcome));
    }
}
