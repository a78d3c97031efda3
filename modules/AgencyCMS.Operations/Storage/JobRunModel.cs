using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Operations.Storage;

internal sealed class JobRunModel : ICountyModel
{
    public void Configure(ModelBuilder model) => model.Entity<JobRunRow>().FollowsTenant(TenantTie.Own).ToTable("job_runs").HasKey(row => row.Id);
}
