using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Disclosure.Storage;

internal sealed class ImportRunModel : ICountyModel
{
    public void Configure(ModelBuilder model) => model.Entity<ImportRunRow>().FollowsTenant(TenantTie.Own).ToTable("import_runs").Ignore(row => row.ImportId).HasKey(row => row.Id);
}
