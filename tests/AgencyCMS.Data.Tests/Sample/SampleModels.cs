using AgencyCMS.Data.Stores;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Data.Tests.Sample;

internal sealed class SampleTenantModel : ITenantModel
{
    public void Configure(ModelBuilder model) => model.Entity<SampleRow>().ToTable("samples").HasKey(row => new { row.TenantId, row.Id });
}

internal sealed class SampleCountyModel : ICountyModel
{
    public void Configure(ModelBuilder model) => model.Entity<NoteRow>().ToTable("notes").HasKey(row => row.Id);
}
