using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgencyCMS.Modularity.Modules;

/// <summary>Through this a module adds its services, endpoints, permissions and contributions.</summary>
public sealed class ModuleBuilder(LoadedModule module, IServiceCollection services, IConfiguration configuration)
{
    private readonly List<Action<IEndpointRouteBuilder>> _endpoints = [];

    public LoadedModule Module { get; } = module;

    public IServiceCollection Services { get; } = services;

    /// <summary>Configuration of the whole program.</summary>
    public IConfiguration Configuration { get; } = configuration;

    /// <summary>What the module maps.</summary>
    public IReadOnlyList<Action<IEndpointRouteBuilder>> Endpoints => _endpoints;

    /// <summary>Declares permissions that endpoints of this module ask for.</summary>
    public ModuleBuilder AddPermissions(params ReadOnlySpan<Permission> permissions)
    {
        foreach (var permission in permissions)
        {
            Services.AddSingleton(permission);
        }
        return this;
    }

    /// <summary>
    /// Offers a service that many modules contribute; it is asked for through <see cref="IFeatureServices{T}"/> and only where the feature is on.
    /// </summary>
    /// <param name="featureId">Null for the module's main feature.</param>
    /// <param name="lifetime">Scoped unless the service keeps no tenant's data.</param>
    public ModuleBuilder Contribute<TContract, TImplementation>(string? featureId = null, ServiceLifetime lifetime = ServiceLifetime.Scoped)
        where TContract : class
        where TImplementation : class, TContract
    {
        return Offer<TContract, TImplementation>(featureId ?? Module.Id, lifetime);
    }

    /// <summary>
    /// Offers a service that is asked for every tenant, also where the module's feature is off: for what keeps the module's rows in step with content, which can be
    /// withdrawn, restricted or published meanwhile, and for what brings them out and in. Without it they would be false when the feature comes back.
    /// </summary>
    public ModuleBuilder ContributeAlways<TContract, TImplementation>()
        where TContract : class
        where TImplementation : class, TContract => Offer<TContract, TImplementation>(featureId: null, ServiceLifetime.Scoped);

    private ModuleBuilder Offer<TContract, TImplementation>(string? featureId, ServiceLifetime lifetime)
    {
        Services.TryAdd(new ServiceDescriptor(typeof(TImplementation), typeof(TImplementation), lifetime));
        Services.AddSingleton(new Contribution(typeof(TContract), typeof(TImplementation), featureId));
        return this;
    }

    /// <summary>Maps endpoints that are not controllers. They are gated by the module's main feature.</summary>
    public ModuleBuilder MapEndpoints(Action<IEndpointRouteBuilder> map)
    {
        _endpoints.Add(endpoints =>
        {
            var group = endpoints.MapGroup("");
            group.WithMetadata(new FeatureGateAttribute(Module.Id));
            map(group);
        });
        return this;
    }
}
