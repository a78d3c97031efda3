using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AgencyCMS.Web.Hosting;

/// <summary>Names the tenants whose store this node cannot use. The node serves all others, so it is degraded, not unready.</summary>
internal sealed class StoreHealth(StoreFaults faults, TenantDirectory directory) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var lines = faults.All.OrderBy(fault => fault.Key.Value).Select(fault => $"{directory.Find(fault.Key)?.Name ?? fault.Key.ToString()}: {fault.Value}").ToList();
        return Task.FromResult(lines.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded("These tenants' stores cannot be used: " + string.Join("; ", lines)));
    }
}
