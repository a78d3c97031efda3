using System.Collections.Immutable;
using AgencyCMS.Data;
using AgencyCMS.Data.Changes;
using AgencyCMS.Data.County;
using AgencyCMS.Data.Schema;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AgencyCMS.Testing.Databases;

/// <summary>The stores of one node without a web server: what data tests work on. Several may share one <see cref="TestDatabase"/>, as several nodes do.</summary>
public sealed class TestStores : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TestStores(ServiceProvider services, FakeTimeProvider clock)
    {
        _services = services;
        Clock = clock;
    }

    /// <summary>The node's clock; stands still until a test moves it.</summary>
    public FakeTimeProvider Clock { get; }

    public IServiceProvider Services => _services;
    public StoreSessions Sessions => Get<StoreSessions>();
    public TenantRecords Records => Get<TenantRecords>();
    public TenantDirectory Directory => Get<TenantDirectory>();
    public SchemaSteps Schema => Get<SchemaSteps>();
    public StoreFiles Files => Get<StoreFiles>();

    /// <summary>Makes empty stores for nodes that are configured so.</summary>
    public static Task<TestDatabase> CreateDatabaseAsync(DatabaseProvider provider, Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        configure?.Invoke(services);
        return PreparedStores.CopyAsync(provider, services.Select(service => service.ImplementationInstance).OfType<SchemaAssembly>().Select(steps => steps.Assembly));
    }

    /// <summary>Opens a node on the database, with the county store up to date.</summary>
    /// <param name="database">Where the data are.</param>
    /// <param name="configure">Adds models, schema steps and consumers.</param>
    /// <param name="node">Name of the node.</param>
    public static async Task<TestStores> OpenAsync(TestDatabase database, Action<IServiceCollection>? configure = null, string node = "node-1")
    {
        ArgumentNullException.ThrowIfNull(database);
        var stores = Create(database, configure, node);
        await stores.Schema.UpgradeCountyAsync(CancellationToken.None);
        await stores.Records.LoadAsync(CancellationToken.None);
        return stores;
    }

    /// <summary>The same without touching the database.</summary>
    public static TestStores Create(TestDatabase database, Action<IServiceCollection>? configure = null, string node = "node-1")
    {
        ArgumentNullException.ThrowIfNull(database);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 1, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<TenantDirectory>();
        services.AddSingleton<TenantScopes>();
        services.AddScoped<ScopeActor>();
        services.AddScoped<TenantContext>();
        services.AddScoped<IPeople, NamelessPeople>();
        services.AddStores(database.Options);
        services.Replace(ServiceDescriptor.Singleton(new NodeName(node)));
        configure?.Invoke(services);
        return new TestStores(services.BuildServiceProvider(validateScopes: true), clock);
    }

    /// <summary>Adds a running tenant with an empty store.</summary>
    public async Task<Tenant> AddTenantAsync(string name, TenantKind kind = TenantKind.Department, params ImmutableArray<string> hosts)
    {
        var added = await Records.AddAsync(
            new Tenant { Id = default, Name = name, Title = name, Kind = kind, State = TenantState.Provisioning, Prefix = kind == TenantKind.CountyOffice ? null : name, Hosts = hosts },
            CancellationToken.None);
        await Schema.CreateTenantAsync(added.Value.Id, CancellationToken.None);
        return (await Records.UpdateAsync(added.Value with { State = TenantState.Running }, CancellationToken.None)).Value;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
