using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Portal.AgencyNames;

/// <summary>Takes the title of a removed agency away.</summary>
internal sealed class EnglishTitleRemoval(StoreSessions stores) : ITenantRemoval
{
    public async Task RemoveAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        await using var db = stores.OpenCounty();
        await db.Set<EnglishTitleRow>().Where(row => row.TenantId == tenant.Id.Value).ExecuteDeleteAsync(cancellationToken);
    }
}
