using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Modularity.Operations;

/// <summary>A recurring job that is done for every tenant that has a store. One that fails for a tenant goes on with the others.</summary>
public interface ITenantJob : IRecurringJob
{
    /// <summary>Feature that a tenant must have switched on; null when it is done for all.</summary>
    string? FeatureId { get; }

    /// <summary>Does it for one tenant. Must be safe to repeat.</summary>
    Task RunAsync(Tenant tenant, CancellationToken cancellationToken);
}
