using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Localisation;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Setup;
using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgencyCMS.Modularity.Modules;

/// <summary>Puts tenants, features and permissions into a host, and what is known of its modules.</summary>
public static class ModularityHosting
{
    /// <summary>Adds what every module stands on, without any page.</summary>
    public static IServiceCollection AddModularity(this IServiceCollection services)
    {
        services.AddSingleton<TenantDirectory>();
        services.AddSingleton<TenantScopes>();
        services.AddScoped<ScopeActor>();
        services.TryAddSingleton<TenantGenerations>();
        services.AddSingleton<GeneratedPasswords>();
        services.AddScoped<TenantContext>();
        services.AddScoped(typeof(IFeatureServices<>), typeof(FeatureServices<>));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, FeatureMatcherPolicy>());
        services.AddHttpContextAccessor();
        services.TryAddSingleton(TimeProvider.System);
        services.AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().AddRequirements(new PermissionRequirement("nobody")).Build());
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddJsonLocalisation();
        return services;
    }

    /// <summary>Adds what is known of the modules once all that are in are known.</summary>
    public static IServiceCollection AddModuleGraph(this IServiceCollection services, ModuleGraph graph, IReadOnlyList<ModuleBuilder> builders)
    {
        ArgumentNullException.ThrowIfNull(graph);
        services.AddSingleton(graph);
        services.AddSingleton(new FeatureCatalogue(graph.Modules.SelectMany(module => module.Features)));
        services.AddSingleton(builders);
        services.TryAddScoped<IActorSource, DefaultActorSource>();
        services.TryAddScoped<IPeople, NamelessPeople>();
        return services;
    }
}
