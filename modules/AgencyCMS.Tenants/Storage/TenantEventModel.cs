using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Tenants.Storage;

internal sealed class TenantEventModel : ICountyModel
{
    public void Configure(ModelBuilder model) => model.Entity<TenantEventRow>().FollowsTenant(TenantTie.Record).ToTable("tenant_events").HasKey(row => row.Id);
}
