using AgencyCMS.Data.County;
using AgencyCMS.Modularity.Operations;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Setup;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.Domain;
using AgencyCMS.Tenants.Storage;
using Microsoft.Extensions.Logging;

namespace AgencyCMS.Tenants.Lifecycle;

/// <summary>Removes what must not stay: tenants whose days of grace are over, and those that a killed process left half-made. At every start, and every hour.</summary>
internal sealed class TenantSweep(
    ProvisioningLock provisioning, TenantRecords records, TenantDirectory directory, TenantRemover remover, TenantHistory history, CountyTidying tidying, TimeProvider clock, ILogger<TenantSweep> logger)
    : ICountyJob, IStartupTask
{
    public string Name => "tenants.sweep";

    public string Description => "Removes sites whose days of grace after deletion are over.";

    public string Cron => "0 20 * * * ?";

    public int Order => 10;

    /// <summary>Does nothing while anybody, on any node, is making a tenant: a later sweep will.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await SweepAsync(cancellationToken);
        await tidying.RunAsync(cancellationToken);
    }

    // A start must not wait for the tables to be looked through.
    Task IStartupTask.RunAsync(CancellationToken cancellationToken) => SweepAsync(cancellationToken);

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        if (!directory.All.Any(IsDue))
        {
            return;
        }
        await using var alone = await provisioning.TryEnterAloneAsync(cancellationToken);
        if (alone is null)
        {
            return;
        }
        // Another process may have finished or taken back what this one saw.
        await records.LoadAsync(cancellationToken);
        foreach (var tenant in directory.All.Where(IsDue).ToList())
        {
            await remover.RemoveAsync(tenant, db => history.Add(db, tenant, TenantAction.Removed, tenant.State, TenantState.Deleted, "", Actor.System), cancellationToken);
            logger.LogInformation("Removed the tenant {Tenant} ({TenantId}), which was {State}.", tenant.Name, tenant.Id.Value, tenant.State);
        }
    }

    private bool IsDue(Tenant tenant) =>
        tenant.State == TenantState.Provisioning || (tenant.State == TenantState.Deleted && tenant.RemoveAfter <= clock.GetUtcNow());
}
