using AgencyCMS.Data.Stores;
using AgencyCMS.Data.Tests.Sample;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AgencyCMS.Data.Tests.Stores;

/// <summary>What PostgreSQL itself enforces when the application forgets or is made to forget.</summary>
public sealed class RowSecurityTests() : SampleSuite(DatabaseProvider.PostgreSql)
{
    private const string RowSecurityViolation = "42501";
    private Tenant _own = null!;
    private Tenant _neighbour = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _own = await Stores.AddTenantAsync("finance");
        _neighbour = await Stores.AddTenantAsync("neighbour");
        foreach (var tenant in new[] { _own, _neighbour })
        {
            await using var db = Stores.Sessions.Open(tenant.Id);
            db.Add(Sample("item", tenant.Name));
            await db.SaveChangesAsync();
        }
    }

    [Fact]
    public async Task Connection_WithoutATenant_SeesNoRow()
    {
        // Arrange
        await using var connection = await Stores.Sessions.DataSource.OpenConnectionAsync();
        await ExecuteAsync(connection, "SET ROLE " + StoreNames.ApplicationRole);

        // Act
        var count = await ScalarAsync(connection, "SELECT count(*) FROM tenant.samples");

        // Assert
        Assert.Equal(0L, count);
    }

    [Fact]
    public async Task CountySession_ReadingATenantTable_SeesNoRow()
    {
        // Act
        await using var db = Stores.Sessions.OpenCounty();
        var count = await db.Database.SqlQueryRaw<long>("""SELECT count(*) AS "Value" FROM tenant.samples""").SingleAsync();

        // Assert
        Assert.Equal(0, count);
    }

    [Fact]
    public async Task CountySession_OnAConnectionThatATenantUsed_SeesNoRow()
    {
        // Arrange
        var single = new NpgsqlConnectionStringBuilder(Database.ConnectionString) { MaxPoolSize = 1 }.ToString();
        await using var stores = Testing.Databases.TestStores.Create(Database, services =>
        {
            Configure(services);
            services.Add(new(typeof(DataOptions), Database.Options with { ConnectionString = single }));
        });
        await using (var tenant = stores.Sessions.Open(_own.Id))
        {
            Assert.Equal(1, await tenant.Set<SampleRow>().CountAsync());
        }

        // Act
        await using var db = stores.Sessions.OpenCounty();
        var count = await db.Database.SqlQueryRaw<long>("""SELECT count(*) AS "Value" FROM tenant.samples""").SingleAsync();

        // Assert
        Assert.Equal(0, count);
    }

    [Fact]
    public async Task RawQuery_OfATenant_SeesItsOwnRowsOnly()
    {
        // Act
        await using var db = Stores.Sessions.Open(_own.Id);
        var texts = await db.Database.SqlQueryRaw<string>("""SELECT text AS "Value" FROM tenant.samples""").ToListAsync();

        // Assert
        Assert.Equal(["finance"], texts);
    }

    [Fact]
    public async Task RawInsert_ForTheNeighbour_IsRefused()
    {
        // Arrange
        await using var db = Stores.Sessions.Open(_own.Id);

        // Act
        var insert = () => db.Database.ExecuteSqlAsync(
            $"INSERT INTO tenant.samples (tenant_id, id, text, happened_at, due_on, state) VALUES ({_neighbour.Id.Value}, 'x', 'x', 0, '2026-12-18', 'Open')");

        // Assert
        var exception = await Assert.ThrowsAsync<PostgresException>(insert);
        Assert.Equal(RowSecurityViolation, exception.SqlState);
    }

    [Fact]
    public async Task RawUpdate_ThatGivesARowAway_IsRefused()
    {
        // Arrange
        await using var db = Stores.Sessions.Open(_own.Id);

        // Act
        var update = () => db.Database.ExecuteSqlAsync($"UPDATE tenant.samples SET id = 'given', tenant_id = {_neighbour.Id.Value}");

        // Assert
        var exception = await Assert.ThrowsAsync<PostgresException>(update);
        Assert.Equal(RowSecurityViolation, exception.SqlState);
    }

    [Fact]
    public async Task ApplicationRole_SwitchingRowSecurityOff_IsRefused()
    {
        // Arrange
        await using var db = Stores.Sessions.Open(_own.Id);

        // Act
        var alter = () => db.Database.ExecuteSqlRawAsync("ALTER TABLE tenant.samples DISABLE ROW LEVEL SECURITY");

        // Assert
        await Assert.ThrowsAsync<PostgresException>(alter);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
