using System.Diagnostics;
using System.Diagnostics.Metrics;
using AgencyCMS.Data.Changes;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Operations.Metrics;

/// <summary>What the platform measures about itself: tenants by state, how far consumers are behind the change logs, running and ended jobs. Whether anybody listens is the host's decision.</summary>
internal sealed class OperationsMeter
{
    private const string Name = "AgencyCMS.Operations";
    private readonly UpDownCounter<int> _running;
    private readonly Counter<long> _ended;

    public OperationsMeter(IMeterFactory meters, TenantDirectory directory, ChangeLag lag, IEnumerable<IChangeConsumer> consumers)
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
        var names = consumers.Select(consumer => consumer.Name).ToList();
        meter.CreateObservableGauge(
            "agencycms.changes.behind", () => Measure(names, lag, found => found?.Changes ?? 0), "{change}", "Changes that a consumer has not applied yet, over all tenants.");
        meter.CreateObservableGauge(
            "agencycms.changes.lag", () => Measure(names, lag, found => found?.Age.TotalSeconds ?? 0), "s", "Age of the oldest change that a consumer has not applied yet.");
    }

    public static ActivitySource Activities { get; } = new(Name);

    // A consumer that is not behind is measured too, so that a board can show that it is not.
    private static List<Measurement<T>> Measure<T>(List<string> consumers, ChangeLag lag, Func<ConsumerLag?, T> value)
        where T : struct
    {
        var behind = lag.Read().ToDictionary(found => found.Consumer, StringComparer.Ordinal);
        return [.. consumers.Select(name => new Measurement<T>(value(behind.GetValueOrDefault(name)), new KeyValuePair<string, object?>("agencycms.consumer", name)))];
    }

    public void RunBegan(string job) => _running.Add(1, new KeyValuePair<string, object?>("agencycms.job", job));

    public void RunEnded(string job, string outcome)
    {
        _running.Add(-1, new KeyValuePair<string, object?>("agencycms.job", job));
        _ended.Add(1, new("agencycms.job", job), new("agencycms.outcome", outcome));
    }
}
