using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Operations.Storage;

/// <summary>A site that was open and that a restore has closed until it is done.</summary>
internal sealed class RestoreRow
{
    public int TenantId { get; set; }
    public DateTimeOffset BegunAt { get; set; }
}

internal sealed class RestoreModel : ICountyModel
{
    public void Configure(ModelBuilder model)
    {
        var entity = model.Entity<RestoreRow>().FollowsTenant(TenantTie.Own).ToTable("restores");
        entity.HasKey(row => row.TenantId);
        entity.Property(row => row.TenantId).ValueGeneratedNever();
    }
}
