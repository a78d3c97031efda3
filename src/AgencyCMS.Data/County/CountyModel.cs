using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Data.County;

internal static class CountyModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<TenantRow>(entity =>
        {
            entity.ToTable("tenants").HasKey(row => row.Id);
            entity.Property(row => row.Version).IsConcurrencyToken();
            entity.HasMany(row => row.Hosts).WithOne().HasForeignKey(host => host.TenantId);
        });
        model.Entity<TenantHostRow>().ToTable("tenant_hosts").HasKey(row => row.Host);
        model.Entity<WakeRow>().ToTable("wakes").HasKey(row => row.TenantId);
        model.Entity<WakeRow>().Property(row => row.TenantId).ValueGeneratedNever();
        model.Entity<StoreSchemaRow>().ToTable("store_schemas").HasKey(row => row.Store);
        model.Entity<ConsumerPositionRow>(entity =>
        {
            entity.ToTable("consumer_positions").HasKey(row => new { row.Consumer, row.TenantId });
            entity.Property(row => row.Position).IsConcurrencyToken();
        });
        model.Entity<ChangeFailureRow>().ToTable("change_failures").HasKey(row => new { row.Consumer, row.TenantId, row.Sequence, row.Node });
        model.Entity<DataProtectionKey>().ToTable("data_protection_keys");
    }
}
