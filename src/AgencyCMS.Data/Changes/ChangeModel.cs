using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Data.Changes;

internal static class ChangeModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<ChangeRow>().ToTable("changes").HasKey(row => new { row.TenantId, row.Sequence });
        model.Entity<ChangeRow>().Property(row => row.Sequence).ValueGeneratedNever();
        model.Entity<ChangeCounterRow>().ToTable("change_counters").HasKey(row => row.TenantId);
        model.Entity<ChangeCounterRow>().Property(row => row.TenantId).ValueGeneratedNever();
    }
}
