using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Tenants.Lifecycle;

/// <summary>
/// Removes a tenant for good. It is closed first, so that nobody writes what is being removed, and the record goes last, so that the sweep finds an
/// interrupted removal and finishes it; only the history stays.
/// </summary>
internal sealed class TenantRemover(IEnumerable<ITenantRemoval> removals, StoreRemoval store, TenantRecords records, TenantDirectory directory)
{
    public Task RemoveAsync(Tenant tenant, CancellationToken cancellationToken) => RemoveAsync(tenant, null, cancellationToken);

    /// <param name="tenant">Whose.</param>
    /// <param name="beside">Adds rows that are written when the record goes; null for none.</param>
    /// <param name="cancellationToken">Stops between two steps; a later call goes on.</param>
    public async Task RemoveAsync(Tenant tenant, Action<CountyDb>? beside, CancellationToken cancellationToken)
    {
        await CloseAsync(tenant, cancellationToken);
        foreach (var removal in removals)
        {
            await removal.RemoveAsync(tenant, cancellationToken);
        }
        await store.RemoveAsync(tenant.Id, cancellationToken);
        await records.RemoveAsync(tenant.Id, beside, cancellationToken);
    }

    private async Task CloseAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        if (directory.Find(tenant.Id) is { State: not TenantState.Provisioning } current)
        {
            await records.UpdateAsync(current with { State = TenantState.Provisioning }, cancellationToken);
        }
    }
}
