using System.Collections.Immutable;
using AgencyCMS.Data.Changes;
using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Modules;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AgencyCMS.Admin.Operations;

internal sealed class OperationsQuery(
    CountyDb db, TenantContext current, TenantDirectory directory, ChangeLog log, IEnumerable<IChangeConsumer> consumers, HealthCheckService health, ModuleGraph modules)
{
    public const int PageSize = 20;
    public const int MaxFailures = 100;

    public async Task<OperationsPage> ReadAsync(int page, CancellationToken cancellationToken)
    {
        var isCounty = current.Tenant.IsCounty;
        IReadOnlyList<Tenant> tenants = isCounty ? [.. directory.All.Where(tenant => tenant.State is not (TenantState.Draft or TenantState.Provisioning))] : [current.Tenant];
        // The checks name other agencies; an agency whose own store is out of order has no page to see it on.
        var report = isCounty ? await health.CheckHealthAsync(cancellationToken) : null;
        var failures = Failures();
        return new OperationsPage
        {
            Health = report?.Status ?? HealthStatus.Healthy,
            Faults = report is null ? [] : [.. report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy).Select(entry => (entry.Key, entry.Value.Status, entry.Value.Description ?? ""))],
            FailureCount = await failures.CountAsync(cancellationToken),
            Failures = [.. (await failures.OrderBy(row => row.FailedAt).Take(MaxFailures).ToListAsync(cancellationToken)).Select(row => new FailureRow(TitleOf(row.TenantId), row))],
            Consumers = [.. consumers.Select(consumer => consumer.Name)],
            Positions = await PositionsAsync(tenants.Skip((page - 1) * PageSize).Take(PageSize), cancellationToken),
            Page = page,
            TenantCount = tenants.Count,
            Modules = isCounty ? modules.Modules : [],
            BrokenPlugins = isCounty ? modules.Broken : [],
        };
    }

    /// <summary>Failures of the whole county, or of this agency alone.</summary>
    public IQueryable<ChangeFailureRow> Failures()
    {
        var own = current.Tenant.Id.Value;
        var all = db.Set<ChangeFailureRow>().AsNoTracking();
        return current.Tenant.IsCounty ? all : all.Where(row => row.TenantId == own);
    }

    private string TitleOf(int tenantId) => directory.Find(new TenantId(tenantId))?.Title ?? $"#{tenantId}";

    private async Task<ImmutableArray<PositionRow>> PositionsAsync(IEnumerable<Tenant> tenants, CancellationToken cancellationToken)
    {
        var rows = ImmutableArray.CreateBuilder<PositionRow>();
        foreach (var tenant in tenants)
        {
            var head = await log.ReadHeadAsync(tenant.Id, cancellationToken);
            var behind = ImmutableArray.CreateBuilder<long>();
            foreach (var consumer in consumers)
            {
                behind.Add(Math.Max(0, head - await consumer.ReadPositionAsync(tenant, cancellationToken)));
            }
            rows.Add(new PositionRow(tenant.Title, head, behind.ToImmutable()));
        }
        return rows.ToImmutable();
    }
}
