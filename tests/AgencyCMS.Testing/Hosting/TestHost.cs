using System.Collections.Frozen;
using System.Reflection;
using AgencyCMS.Data.Changes;
using AgencyCMS.Data.County;
using AgencyCMS.Data.Schema;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Testing.Hosting;

/// <summary>
/// The whole program with stores of its own, in the environment <c>Testing</c>: nothing is set up but what the test sets up. Two hosts may share one
/// database, as two nodes do.
/// </summary>
/// <typeparam name="TProgram">The host's <c>Program</c>.</typeparam>
public sealed class TestHost<TProgram> : IAsyncDisposable
    where TProgram : class
{
    // Those of the program as it is built; null until the first host of this process has told them.
    private static Assembly[]? _assemblies;

    private readonly TestHostFactory<TProgram> _factory;
    private readonly TestDatabase? _ownDatabase;

    private TestHost(TestHostFactory<TProgram> factory, TestDatabase database, bool ownsDatabase)
    {
        _factory = factory;
        Database = database;
        _ownDatabase = ownsDatabase ? database : null;
    }

    public TestDatabase Database { get; }

    public IServiceProvider Services => _factory.Services;

    /// <summary>Where a browser finds the host; only when it was started with a port.</summary>
    public Uri Address => _factory.ClientOptions.BaseAddress;

    /// <summary>Starts a host on SQLite.</summary>
    public static Task<TestHost<TProgram>> StartAsync(Action<TestHostOptions>? configure = null) => StartAsync(DatabaseProvider.Sqlite, configure);

    /// <summary>Starts a host with a database of its own.</summary>
    public static async Task<TestHost<TProgram>> StartAsync(DatabaseProvider provider, Action<TestHostOptions>? configure = null) =>
        await StartAsync(await CreateDatabaseAsync(provider), ownsDatabase: true, configure);

    /// <summary>Makes stores for a host, which the caller disposes of after it.</summary>
    public static Task<TestDatabase> CreateDatabaseAsync(DatabaseProvider provider) =>
        Volatile.Read(ref _assemblies) is { } assemblies ? PreparedStores.CopyAsync(provider, assemblies) : TestDatabase.CreateAsync(provider);

    /// <summary>Starts a host on a database that the caller disposes of after it.</summary>
    public static Task<TestHost<TProgram>> StartAsync(TestDatabase database, Action<TestHostOptions>? configure = null) =>
        StartAsync(database, ownsDatabase: false, configure);

    /// <summary>A client whose relative addresses (written without a leading slash) lie under the tenant; without one, under the county office.</summary>
    /// <param name="tenant">Null for the county office.</param>
    /// <param name="followRedirects">False to see the redirect itself.</param>
    public HttpClient CreateClient(Tenant? tenant = null, bool followRedirects = false)
    {
        var client = _factory.CreateClient(new() { AllowAutoRedirect = followRedirects, BaseAddress = _factory.ClientOptions.BaseAddress });
        client.BaseAddress = tenant switch
        {
            { Hosts: [var host, ..] } => new UriBuilder(client.BaseAddress!) { Host = host }.Uri,
            { Prefix: { } prefix } => new Uri(client.BaseAddress!, prefix + "/"),
            _ => client.BaseAddress,
        };
        return client;
    }

    /// <summary>The county office's tenant, made when there is none.</summary>
    public async Task<Tenant> CountyAsync(params string[] features) =>
        Services.GetRequiredService<TenantDirectory>().County ?? await AddTenantAsync("county-office", TenantKind.CountyOffice, features);

    /// <summary>Adds a running tenant with an empty store.</summary>
    /// <param name="name">Its name and its path prefix.</param>
    /// <param name="features">Ids of features to switch on beside those that are always on; what they depend on is switched on with them.</param>
    public Task<Tenant> AddTenantAsync(string name, params string[] features) => AddTenantAsync(name, TenantKind.Department, features);

    /// <inheritdoc cref="AddTenantAsync(string, string[])"/>
    public async Task<Tenant> AddTenantAsync(string name, TenantKind kind, params string[] features)
    {
        var tenant = new Tenant
        {
            Id = default,
            Name = name,
            Title = name,
            Kind = kind,
            State = TenantState.Provisioning,
            Prefix = kind == TenantKind.CountyOffice ? null : name,
            Features = FeaturesWith(kind, [], features),
        };
        var added = await Services.GetRequiredService<TenantRecords>().AddAsync(tenant, CancellationToken.None);
        await Services.GetRequiredService<SchemaSteps>().CreateTenantAsync(added.Value.Id, CancellationToken.None);
        return await UpdateAsync(added.Value, made => made with { State = TenantState.Running });
    }

    /// <summary>Adds two tenants that are alike; what one does must not show at the other.</summary>
    public async Task<(Tenant Tenant, Tenant Neighbour)> AddNeighboursAsync(params string[] features) =>
        (await AddTenantAsync("finance", features), await AddTenantAsync("neighbour", features));

    /// <summary>Switches features on, live.</summary>
    public Task<Tenant> EnableAsync(Tenant tenant, params string[] features) =>
        UpdateAsync(tenant, current => current with { Features = FeaturesWith(current.Kind, current.Features, features) });

    /// <summary>Switches features off, live.</summary>
    public Task<Tenant> DisableAsync(Tenant tenant, params string[] features) =>
        UpdateAsync(tenant, current => current with { Features = Services.GetRequiredService<FeatureCatalogue>().Disable(current.Features, features, byCounty: true).Value });

    /// <summary>Changes a tenant's record, live.</summary>
    public async Task<Tenant> UpdateAsync(Tenant tenant, Func<Tenant, Tenant> change)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(change);
        var current = Services.GetRequiredService<TenantDirectory>().Find(tenant.Id)!; // the test made it
        return (await Services.GetRequiredService<TenantRecords>().UpdateAsync(change(current), CancellationToken.None)).Value;
    }

    /// <summary>Opens a scope of the tenant, as background work does.</summary>
    public AsyncServiceScope Scope(Tenant tenant) => Services.GetRequiredService<TenantScopes>().Open(tenant, Actor.System);

    /// <summary>Waits until the consumers have applied every change that was committed here so far.</summary>
    public Task ConsumersAreIdleAsync() => Eventually.IsTrueAsync(() => Services.GetRequiredService<ChangePump>().IsIdle, "the change pump is idle");

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        if (_ownDatabase is not null)
        {
            await _ownDatabase.DisposeAsync();
        }
    }

    private static async Task<TestHost<TProgram>> StartAsync(TestDatabase database, bool ownsDatabase, Action<TestHostOptions>? configure)
    {
        var options = new TestHostOptions();
        configure?.Invoke(options);
        var factory = new TestHostFactory<TProgram>(database, options);
        try
        {
            factory.Start();
            if (_assemblies is null)
            {
                // A plugin's are those of one test.
                var assemblies = factory.Services.GetServices<SchemaAssembly>().Select(steps => steps.Assembly);
                Volatile.Write(ref _assemblies, [.. assemblies.Where(assembly => Path.GetDirectoryName(assembly.Location) == Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))]);
            }
            return new TestHost<TProgram>(factory, database, ownsDatabase);
        }
        catch
        {
            await factory.DisposeAsync();
            if (ownsDatabase)
            {
                await database.DisposeAsync();
            }
            throw;
        }
    }

    private FrozenSet<string> FeaturesWith(TenantKind kind, IEnumerable<string> current, IEnumerable<string> features)
    {
        var catalogue = Services.GetRequiredService<FeatureCatalogue>();
        return catalogue.Enable(kind, current, catalogue.AlwaysEnabled.Concat(features)).Value;
    }
}
