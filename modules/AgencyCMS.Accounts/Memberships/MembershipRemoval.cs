using AgencyCMS.Accounts.Domain;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Accounts.Memberships;

/// <summary>Takes everybody's membership in a removed tenant away; the accounts stay.</summary>
internal sealed class MembershipRemoval(StoreSessions stores) : ITenantRemoval
{
    public async Task RemoveAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        await using var db = stores.OpenCounty();
        await db.Set<HelpVisitRow>().Where(visit => visit.TenantId == tenant.Id.Value).ExecuteDeleteAsync(cancellationToken);
        await db.Set<Membership>().Where(membership => membership.TenantId == tenant.Id.Value).ExecuteDeleteAsync(cancellationToken);
    }
}
