using AgencyCMS.Data.Schema;
using AgencyCMS.Data.Stores;
using AgencyCMS.Data.Tests.Sample;
using AgencyCMS.Testing;
using AgencyCMS.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace AgencyCMS.Data.Tests.Schema;

public abstract class SchemaStepsTests(DatabaseProvider provider) : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(provider);

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Upgrade_WithANewModule_AddsItsTablesToStoresThatStand()
    {
        // Arrange
        Modularity.Tenants.Tenant tenant;
        await using (var before = await TestStores.OpenAsync(_database))
        {
            tenant = await before.AddTenantAsync("finance");
        }

        // Act
        await using var after = await TestStores.OpenAsync(_database, WithSamples);
        await after.Schema.UpgradeTenantsAsync(after.Directory.All, CancellationToken.None);

        // Assert
        await using var db = after.Sessions.Open(tenant.Id);
        Assert.Equal(0, await db.Set<SampleRow>().CountAsync());
    }

    [Fact]
    public async Task Upgrade_WithANewModule_IsInTheTemplateOfNewStores()
    {
        // Arrange
        await using (var before = await TestStores.OpenAsync(_database))
        {
            await before.AddTenantAsync("before");
        }
        await using var after = await TestStores.OpenAsync(_database, WithSamples);

        // Act
        var tenant = await after.AddTenantAsync("after");

        // Assert
        await using var db = after.Sessions.Open(tenant.Id);
        Assert.Equal(0, await db.Set<SampleRow>().CountAsync());
    }

    [Fact]
    public async Task Upgrade_ThatWasInterrupted_GoesOnWhereItStopped()
    {
        // Arrange
        var part = _database.Provider == DatabaseProvider.PostgreSql ? new NpgsqlConnectionStringBuilder(_database.ConnectionString).Database! : _database.DataPath;
        S9903_CreateLast.FailsOn.TryAdd(part, true);
        await using (var first = TestStores.Create(_database, WithSamples))
        {
            await Assert.ThrowsAnyAsync<Exception>(() => first.Schema.UpgradeCountyAsync(CancellationToken.None));
        }
        S9903_CreateLast.FailsOn.TryRemove(part, out _);

        // Act
        await using var second = TestStores.Create(_database, WithSamples);
        await second.Schema.UpgradeCountyAsync(CancellationToken.None);

        // Assert
        await using var db = second.Sessions.OpenCounty();
        var table = _database.Provider == DatabaseProvider.PostgreSql ? "county.last" : "last";
        Assert.Equal(0, await db.Database.SqlQueryRaw<long>($"""SELECT count(*) AS "Value" FROM {table}""").SingleAsync());
    }

    [Fact]
    public async Task Upgrade_OfSeveralNodesAtOnce_IsDoneOnce()
    {
        // Arrange
        var nodes = Enumerable.Range(1, 4).Select(number => TestStores.Create(_database, WithSamples, "node-" + number)).ToList();

        // Act
        await Task.WhenAll(nodes.Select(node => Task.Run(() => node.Schema.UpgradeCountyAsync(CancellationToken.None))));

        // Assert
        await using var db = nodes[0].Sessions.OpenCounty();
        Assert.Equal(0, await db.Set<NoteRow>().CountAsync());
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task Upgrade_WhileAnotherProcessUpgrades_Waits()
    {
        // Arrange
        var clock = new WaitedForClock();
        await using var stores = TestStores.Create(_database, services => services.AddSingleton<TimeProvider>(clock));
        var held = await HoldLockAsync();

        // Act
        var upgrade = Task.Run(() => stores.Schema.UpgradeCountyAsync(CancellationToken.None));
        await Eventually.IsTrueAsync(async () => upgrade.IsCompleted || clock.IsWaitedFor || await IsLockWaitedForAsync(), "the upgrade has ended, or waits for the lock");
        var isEarly = upgrade.IsCompleted;
        await held.DisposeAsync();
        clock.Advance(TimeSpan.FromSeconds(1));
        await upgrade;

        // Assert
        Assert.False(isEarly);
    }

    [Fact]
    public async Task Upgrade_ThatIsOver_HoldsNoLock()
    {
        // Arrange
        await using var stores = TestStores.Create(_database);
        await stores.Schema.UpgradeCountyAsync(CancellationToken.None);

        // Act
        var lockTaken = HoldLockAsync();

        // Assert
        await using var held = await lockTaken.WaitAsync(TimeSpan.FromSeconds(20));
    }

    protected static void WithSamples(IServiceCollection services)
    {
        services.AddSchemaSteps(typeof(SampleSuite).Assembly);
        services.AddTenantModel<SampleTenantModel>();
        services.AddCountyModel<SampleCountyModel>();
    }

    // As another process would hold it.
    private async Task<IAsyncDisposable> HoldLockAsync()
    {
        if (_database.Provider == DatabaseProvider.Sqlite)
        {
            return new FileStream(Path.Combine(_database.DataPath, "schema.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"SELECT pg_advisory_lock({SchemaLock.AdvisoryKey})", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private async Task<bool> IsLockWaitedForAsync()
    {
        if (_database.Provider == DatabaseProvider.Sqlite)
        {
            return false;
        }
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT EXISTS (SELECT 1 FROM pg_locks JOIN pg_database ON pg_database.oid = database WHERE locktype = 'advisory' AND NOT granted AND datname = current_database())", connection);
        return (bool)(await command.ExecuteScalarAsync())!; // EXISTS answers yes or no
    }

    /// <summary>Knows when somebody waits for time to pass.</summary>
    private sealed class WaitedForClock : FakeTimeProvider
    {
        private volatile bool _isWaitedFor;

        public bool IsWaitedFor => _isWaitedFor;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            // Told when it is so, and not before: a clock that is moved on between the two would be waited for without end.
            var timer = base.CreateTimer(callback, state, dueTime, period);
            _isWaitedFor = true;
            return timer;
        }
    }

    public sealed class OnSqlite() : SchemaStepsTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : SchemaStepsTests(DatabaseProvider.PostgreSql);
}
