using AgencyCMS.Data.County;
using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Data.Stores;

/// <summary>A session with the county store: tenants, accounts, keys, positions of consumers, and what modules add.</summary>
public sealed class CountyDb(DbContextOptions<CountyDb> options, ModelSet<ICountyModel> models) : DbContext(options), IDataProtectionKeyContext
{
    /// <summary>Keys that protect cookies, tokens and personal data.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Whose pages show what is being written; announced with the commit, as a change in a tenant's store is.</summary>
    internal TenantId? Announces { get; set; }

    internal ModelSet<ICountyModel> Models { get; } = models;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conventions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        if (Database.IsNpgsql())
        {
            modelBuilder.HasDefaultSchema(StoreNames.CountySchema);
        }
        CountyModel.Configure(modelBuilder);
        foreach (var model in Models.Models)
        {
            model.Configure(modelBuilder);
        }
        Conventions.NameColumns(modelBuilder.Model);
    }
}
