using AgencyCMS.Data.Stores;
using AgencyCMS.Testing.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Architecture.Tests.Live;

/// <summary>Mapping and schema steps are written apart, so they are compared on a real database of each kind.</summary>
public sealed class ModelTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Table_OfEveryEntity_HasItsColumns(DatabaseProvider provider)
    {
        // Arrange
        await using var host = await TestHost<Program>.StartAsync(provider);
        var tenant = await host.AddTenantAsync("finance");
        var sessions = host.Services.GetRequiredService<StoreSessions>();
        await using var county = sessions.OpenCounty();
        await using var store = sessions.Open(tenant.Id);

        // Act
        var breaches = (await ModelRules.MissingColumnsAsync(county)).Concat(await ModelRules.MissingColumnsAsync(store));

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public async Task Table_ThatNoStepMakes_IsABreach()
    {
        // Arrange
        await using var sample = new SampleDb();

        // Act
        var breach = Assert.Single(await ModelRules.MissingColumnsAsync(sample));

        // Assert
        Assert.StartsWith("Notice: ", breach, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TenantTable_HasRowSecurity()
    {
        // Arrange
        await using var host = await TestHost<Program>.StartAsync(DatabaseProvider.PostgreSql);

        // Act
        var breaches = await ModelRules.OpenTablesAsync(host.Services.GetRequiredService<StoreSessions>().DataSource);

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public async Task TenantTable_WithoutRowSecurity_IsABreach()
    {
        // Arrange
        await using var host = await TestHost<Program>.StartAsync(DatabaseProvider.PostgreSql);
        var source = host.Services.GetRequiredService<StoreSessions>().DataSource;
        await using var command = source.CreateCommand($"CREATE TABLE {StoreNames.TenantSchema}.notices (tenant_id int)");
        await command.ExecuteNonQueryAsync();

        // Act
        var breach = Assert.Single(await ModelRules.OpenTablesAsync(source));

        // Assert
        Assert.Equal("The table notices is open to every tenant.", breach);
    }

    [Fact]
    public async Task TenantEntity_BeginsItsKeyWithTheTenant()
    {
        // Arrange
        await using var host = await TestHost<Program>.StartAsync();
        var tenant = await host.AddTenantAsync("finance");
        await using var store = host.Services.GetRequiredService<StoreSessions>().Open(tenant.Id);

        // Act
        var breaches = ModelRules.KeysWithoutTenant(store);

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void TenantEntity_WithAnotherKey_IsABreach()
    {
        // Arrange
        using var sample = new SampleDb();

        // Act
        var breach = Assert.Single(ModelRules.KeysWithoutTenant(sample));

        // Assert
        Assert.Equal("The key of Notice does not begin with the tenant.", breach);
    }

    [Fact]
    public async Task CountyTable_SaysHowItFollowsATenant()
    {
        // Arrange
        await using var host = await TestHost<Program>.StartAsync();
        await using var county = host.Services.GetRequiredService<StoreSessions>().OpenCounty();

        // Act
        var breaches = ModelRules.WithoutTie(county);

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void CountyTable_ThatDoesNotSay_IsABreach()
    {
        // Arrange
        using var sample = new SampleDb();

        // Act
        var breach = Assert.Single(ModelRules.WithoutTie(sample));

        // Assert
        Assert.Equal("The table notices names a tenant and does not say what becomes of it with the tenant.", breach);
    }

    /// <summary>Its only table was never made.</summary>
    private sealed class SampleDb : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=:memory:");

        protected override void OnModelCreating(ModelBuilder model) => model.Entity<Notice>(entity =>
        {
            entity.ToTable("notices").HasKey(row => new { row.Id, row.TenantId });
            entity.Property(row => row.TenantId).HasColumnName("tenant_id");
        });
    }

    private sealed class Notice
    {
        public int TenantId { get; set; }

        public int Id { get; set; }
    }
}
