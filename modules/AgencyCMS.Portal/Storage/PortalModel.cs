using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Portal.Storage;

internal sealed class PortalModel : ICountyModel
{
    public void Configure(ModelBuilder model) =>
        model.Entity<PublicationRow>().FollowsTenant(TenantTie.Derived).ToTable("publications").HasKey(row => new { row.TenantId, row.ContentItemId });
}
