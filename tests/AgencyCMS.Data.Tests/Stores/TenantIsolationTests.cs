using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Data.Tests.Changes;
using AgencyCMS.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Data.Tests.Stores;

public abstract class TenantIsolationTests(DatabaseProvider provider) : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TestStores _stores = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(provider);
        _stores = await TestStores.OpenAsync(_database);
    }

    public async Task DisposeAsync()
    {
        await _stores.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Query_OfOneTenant_DoesNotSeeTheNeighboursRows()
    {
        // Arrange
        var finance = await _stores.AddTenantAsync("finance");
        var neighbour = await _stores.AddTenantAsync("neighbour");
        await using (var db = _stores.Sessions.Open(neighbour.Id))
        {
            db.Append(SampleChanges.Of("neighbours-item"));
            await db.SaveChangesAsync();
        }

        // Act
        await using var own = _stores.Sessions.Open(finance.Id);
        var seen = await own.Set<ChangeRow>().ToListAsync();

        // Assert
        Assert.Empty(seen);
    }

    public sealed class OnSqlite() : TenantIsolationTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : TenantIsolationTests(DatabaseProvider.PostgreSql);
}
