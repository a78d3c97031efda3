namespace AgencyCMS.Modularity.Operations;

/// <summary>
/// Work that comes again and again, also for tenants that nobody visits. Of several nodes one does it; a run that fails is kept with its error and tried
/// again. Implement <see cref="ICountyJob"/> or <see cref="ITenantJob"/> and register it as a singleton of that contract.
/// </summary>
public interface IRecurringJob
{
    /// <summary>Stable name under which its runs are kept, <c>module.verb</c>, such as <c>tenants.sweep</c>.</summary>
    string Name { get; }

    /// <summary>What it does, one English sentence; translated where it is shown.</summary>
    string Description { get; }

    /// <summary>When: a cron expression of six fields from the second on, such as <c>0 30 2 * * ?</c>, in the time zone of the county office.</summary>
    string Cron { get; }
}
