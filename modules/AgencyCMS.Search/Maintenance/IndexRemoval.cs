using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Search.Engine.Storage;

namespace AgencyCMS.Search.Maintenance;

/// <summary>Closes and removes a tenant's index before its folder goes.</summary>
internal sealed class IndexRemoval(SearchIndexes indexes) : ITenantRemoval
{
    public Task RemoveAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        indexes.Delete(IndexName.Of(tenant.Id.Value));
        return Task.CompletedTask;
    }
}
