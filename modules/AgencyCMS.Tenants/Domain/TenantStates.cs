using System.Collections.Frozen;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Tenants.Domain;

/// <summary>Which step of a tenant's life may follow which.</summary>
internal static class TenantStates
{
    public static readonly TimeSpan Grace = TimeSpan.FromDays(30);

    private static readonly FrozenDictionary<TenantAction, TenantState[]> AllowedFrom = new Dictionary<TenantAction, TenantState[]>
    {
        [TenantAction.Suspended] = [TenantState.Running],
        [TenantAction.Resumed] = [TenantState.Suspended],
        [TenantAction.Archived] = [TenantState.Running, TenantState.Suspended],
        [TenantAction.Deleted] = [TenantState.Draft, TenantState.Running, TenantState.Suspended, TenantState.Archived],
        [TenantAction.Restored] = [TenantState.Deleted],
    }.ToFrozenDictionary();

    /// <summary>The actions that are open to a tenant now.</summary>
    public static IEnumerable<TenantAction> ActionsOf(Tenant tenant) => AllowedFrom.Keys.Order().Where(action => Check(tenant, action) is null);

    /// <returns>Null when the action is allowed.</returns>
    public static Problem? Check(Tenant tenant, TenantAction action)
    {
        if (tenant.IsCounty)
        {
            return TenantRefusals.CountyStays();
        }
        return AllowedFrom[action].Contains(tenant.State) ? null : TenantRefusals.NotInThisState(tenant.Name, tenant.State);
    }
}
