using AgencyCMS.Modularity.Modules;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Testing.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Architecture.Tests.Live;

/// <summary>One running host whose parts the tests look at.</summary>
public sealed class LiveHost : IAsyncLifetime
{
    private TestHost<Program>? _host;

    public IServiceProvider Services => _host!.Services; // set before the tests run

    /// <summary>What was registered, in order.</summary>
    public IReadOnlyList<ServiceDescriptor> Registrations { get; private set; } = [];

    public IEnumerable<LoadedModule> Modules => Services.GetRequiredService<ModuleGraph>().Modules;

    public IEnumerable<RouteEndpoint> Endpoints => Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    /// <summary>A tenant, for what can be made inside one alone.</summary>
    public Tenant County { get; private set; } = null!; // as above

    public async Task InitializeAsync()
    {
        _host = await TestHost<Program>.StartAsync(options => options.ConfigureServices(services => Registrations = [.. services]));
        County = await _host.CountyAsync();
    }

    public AsyncServiceScope Scope() => _host!.Scope(County); // as above

    public async Task DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }
}

[CollectionDefinition(Name)]
public sealed class LiveHostCollection : ICollectionFixture<LiveHost>
{
    public const string Name = "live host";
}
