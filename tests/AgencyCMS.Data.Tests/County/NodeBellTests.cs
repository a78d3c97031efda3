using System.Collections.Concurrent;
using AgencyCMS.Data.Changes;
using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using AgencyCMS.Data.Tests.Sample;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Testing;
using AgencyCMS.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace AgencyCMS.Data.Tests.County;

public abstract class NodeBellTests(DatabaseProvider provider) : SampleSuite(provider)
{
    private TestStores _other = null!;

    private NodeBell Bell => _other.Get<NodeBell>();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _other = await OpenNodeAsync("node-2");
        await Bell.StartAsync(CancellationToken.None);
    }

    public override async Task DisposeAsync()
    {
        await Bell.StopAsync(CancellationToken.None);
        await _other.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Record_ChangedByAnotherProcess_ShowsHere()
    {
        // Act
        var tenant = await Stores.AddTenantAsync("finance");

        // Assert
        await Eventually.IsTrueAsync(() => _other.Directory.Find(tenant.Id) is not null, "the other node knows the tenant");
    }

    [Fact]
    public async Task Change_CommittedByAnotherProcess_RingsHere()
    {
        // Arrange
        var tenant = await Stores.AddTenantAsync("finance");
        await Eventually.IsTrueAsync(() => _other.Directory.Find(tenant.Id) is not null, "the other node knows the tenant");
        var rung = new ConcurrentQueue<TenantId>();
        _other.Get<ChangeSignal>().Woken += rung.Enqueue;

        // Act
        await using (var db = Stores.Sessions.Open(tenant.Id))
        {
            db.Append(SampleChanges.Of("a"));
            await db.SaveChangesAsync();
        }
        if (Database.Provider == DatabaseProvider.Sqlite)
        {
            await NodeBell.RingAsync(Stores.Sessions, tenant.Id, CancellationToken.None);
        }

        // Assert
        await Eventually.IsTrueAsync(() => rung.Contains(tenant.Id), "the bell rang on the other node");
    }

    protected override void Configure(IServiceCollection services)
    {
        base.Configure(services);
        services.Replace(ServiceDescriptor.Singleton(TimeProvider.System));
        services.AddSingleton<NodeBell>();
    }

    public sealed class OnSqlite() : NodeBellTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : NodeBellTests(DatabaseProvider.PostgreSql)
    {
        [Fact]
        public async Task Bell_ThatLostItsConnection_HearsAgain()
        {
            // Arrange
            await using (var command = Stores.Sessions.DataSource.CreateCommand(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'"))
            {
                await command.ExecuteNonQueryAsync();
            }

            // Act
            var tenant = await Stores.AddTenantAsync("finance");

            // Assert
            await Eventually.IsTrueAsync(() => _other.Directory.Find(tenant.Id) is not null, "the other node knows the tenant");
        }

        [Fact]
        public async Task Bell_WhoseConnectionGoesSilentWithoutAnEnd_HearsAgain()
        {
            // Arrange
            var settings = new NpgsqlConnectionStringBuilder(Database.Options.ConnectionString);
            await using var link = new FreezingLink(settings.Host!, settings.Port); // the tests' server is reached by TCP
            (settings.Host, settings.Port, settings.KeepAlive, settings.CommandTimeout) = ("127.0.0.1", link.Port, 1, 2);
            await using var far = TestStores.Create(
                Database,
                services =>
                {
                    Configure(services);
                    services.Replace(ServiceDescriptor.Singleton(Database.Options with { ConnectionString = settings.ConnectionString }));
                },
                "node-3");
            var missed = 0;
            far.Get<ChangeSignal>().Missed += () => Interlocked.Increment(ref missed);
            await far.Get<NodeBell>().StartAsync(CancellationToken.None);
            await Eventually.IsTrueAsync(() => Volatile.Read(ref missed) == 1, "the bell listens");

            // Act
            link.Freeze();

            // Assert
            await Eventually.IsTrueAsync(() => Volatile.Read(ref missed) > 1, "the bell listens again");
            await far.Get<NodeBell>().StopAsync(CancellationToken.None);
        }
    }
}
