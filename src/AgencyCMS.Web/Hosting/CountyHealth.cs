using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AgencyCMS.Web.Hosting;

/// <summary>Ready means: the county store answers, and the county office has been set up.</summary>
internal sealed class CountyHealth(StoreSessions stores, TenantDirectory directory) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (directory.County is null)
        {
            return HealthCheckResult.Unhealthy("The county office has not been set up.");
        }
        await using var db = stores.OpenCounty();
        // A failure is caught and logged by the health checks themselves.
        await db.Database.ExecuteSqlRawAsync("SELECT 1", cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
