using AgencyCMS.Data.Stores;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Disclosure.Storage;

internal sealed class ImportRunModel : ICountyModel
{
    public void Configure(ModelBuilder model) => model.Entity<ImportRunRow>().ToTable("import_runs").Ignore(row => row.ImportId).HasKey(row => row.Id);
}
