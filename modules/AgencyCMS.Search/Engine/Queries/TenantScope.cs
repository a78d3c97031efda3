using System.Collections.Frozen;

namespace AgencyCMS.Search.Engine.Queries;

/// <summary>The tenants whose documents a search may touch, whatever else the index holds.</summary>
internal sealed class TenantScope(IEnumerable<int> tenantIds)
{
    private readonly FrozenSet<int> _tenants = tenantIds.ToFrozenSet();

    public static TenantScope Of(params int[] tenantIds) => new(tenantIds);

    public bool Contains(int tenantId) => _tenants.Contains(tenantId);
}
