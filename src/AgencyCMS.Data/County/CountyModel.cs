using AgencyCMS.Data.Calendars;
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
        model.Entity<TenantHostRow>().FollowsTenant(TenantTie.Own).ToTable("tenant_hosts").HasKey(row => row.Host);
        model.Entity<WakeRow>().FollowsTenant(TenantTie.Own).ToTable("wakes").HasKey(row => row.TenantId);
        model.Entity<WakeRow>().Property(row => row.TenantId).ValueGeneratedNever();
        model.Entity<StoreSchemaRow>().ToTable("store_schemas").HasKey(row => row.Store);
        model.Entity<ConsumerPositionRow>(entity =>
        {
            entity.FollowsTenant(TenantTie.Own).ToTable("consumer_positions").HasKey(row => new { row.Consumer, row.TenantId });
            entity.Property(row => row.Position).IsConcurrencyToken();
        });
        model.Entity<ChangeFailureRow>().FollowsTenant(TenantTie.Own).ToTable("change_failures").HasKey(row => new { row.Consumer, row.TenantId, row.Sequence, row.Node });
        model.Entity<CalendarYearRow>().ToTable("calendar_years").HasKey(row => row.Year);
        model.Entity<CalendarYearRow>().Property(row => row.Year).ValueGeneratedNever();
        model.Entity<InstallationRow>().ToTable("installation").HasKey(row => row.Id);
        model.Entity<InstallationRow>().Property(row => row.Id).ValueGeneratedNever();
        model.Entity<DataProtectionKey>().ToTable("data_protection_keys");
    }
}
