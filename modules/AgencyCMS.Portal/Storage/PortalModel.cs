using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using AgencyCMS.Portal.AgencyNames;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Portal.Storage;

internal sealed class PortalModel : ICountyModel
{
    public void Configure(ModelBuilder model)
    {
        model.Entity<PublicationRow>().FollowsTenant(TenantTie.Derived).ToTable("publications").HasKey(row => new { row.TenantId, row.ContentItemId });
        model.Entity<EnglishTitleRow>().FollowsTenant(TenantTie.Derived).ToTable("agency_english_titles").HasKey(row => row.TenantId);
    }
}
