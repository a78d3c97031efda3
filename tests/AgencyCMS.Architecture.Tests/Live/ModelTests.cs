using AgencyCMS.Data.Stores;
using AgencyCMS.Testing.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
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
        var breaches = new List<string>();
        foreach (var (db, entity) in Entities(county).Concat(Entities(store)))
        {
            breaches.AddRange(await FaultsAsync(db, entity));
        }

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public async Task TenantTable_HasRowSecurity()
    {
        // Arrange
        await using var host = await TestHost<Program>.StartAsync(DatabaseProvider.PostgreSql);
        await using var command = host.Services.GetRequiredService<StoreSessions>().DataSource.CreateCommand(
            $"""
            SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = '{StoreNames.TenantSchema}' AND c.relkind = 'r' AND c.relname <> 'schema_steps'
              AND NOT (c.relrowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))
            """);

        // Act
        var breaches = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            breaches.Add($"The table {reader.GetString(0)} is open to every tenant.");
        }

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public async Task TenantEntity_BeginsItsKeyWithTheTenant()
    {
        // Arrange
        await using var host = await TestHost<Program>.StartAsync();
        var tenant = await host.AddTenantAsync("finance");
        await using var store = host.Services.GetRequiredService<StoreSessions>().Open(tenant.Id);

        // Act
        var breaches = Entities(store).Where(pair => pair.Entity.FindPrimaryKey()?.Properties[0].Name != nameof(ITenantRow.TenantId))
            .Select(pair => $"The key of {pair.Entity.ClrType.Name} does not begin with the tenant.");

        // Assert
        Rule.HasNoBreach(breaches);
    }

    private static IEnumerable<(DbContext Db, IEntityType Entity)> Entities(DbContext db) => db.Model.GetEntityTypes().Where(entity => entity.GetTableName() is not null).Select(entity => (db, entity));

    private static async Task<IEnumerable<string>> FaultsAsync(DbContext db, IEntityType entity)
    {
        var columns = string.Join(", ", entity.GetProperties().Select(property => $"\"{property.GetColumnName()}\""));
        var table = entity.GetSchema() is { } schema ? $"\"{schema}\".\"{entity.GetTableName()}\"" : $"\"{entity.GetTableName()}\"";
        try
        {
            await db.Database.ExecuteSqlRawAsync($"SELECT {columns} FROM {table} WHERE 1 = 0");
            return [];
        }
        catch (System.Data.Common.DbException exception)
        {
            return [$"{entity.ClrType.Name}: {exception.Message}"];
        }
    }
}
