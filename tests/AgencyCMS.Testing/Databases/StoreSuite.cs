using AgencyCMS.Data.Stores;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AgencyCMS.Testing.Databases;

/// <summary>
/// Base of tests of stores: each test gets an empty database. A suite is abstract and has two nested classes, <c>OnSqlite</c> and <c>OnPostgreSql</c>, so
/// that it runs on both.
/// </summary>
public abstract class StoreSuite(DatabaseProvider provider) : IAsyncLifetime
{
    private TestDatabase? _database;
    private TestStores? _stores;

    protected TestDatabase Database => _database!; // set before the test runs

    protected TestStores Stores => _stores!; // set before the test runs

    public virtual async Task InitializeAsync()
    {
        _database = await TestStores.CreateDatabaseAsync(provider, Configure);
        _stores = await TestStores.OpenAsync(_database, Configure);
    }

    public virtual async Task DisposeAsync()
    {
        if (_stores is not null)
        {
            await _stores.DisposeAsync();
        }
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    /// <summary>Adds the models, schema steps and consumers that the suite tests.</summary>
    protected virtual void Configure(IServiceCollection services)
    {
    }

    /// <summary>Opens a second node on the same database; the caller disposes of it.</summary>
    protected Task<TestStores> OpenNodeAsync(string node) => TestStores.OpenAsync(Database, Configure, node);

    /// <summary>Stops this node and starts it again, as a killed process is.</summary>
    protected async Task RestartAsync()
    {
        await Stores.DisposeAsync();
        _stores = await TestStores.OpenAsync(Database, Configure);
    }
}
