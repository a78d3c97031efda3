using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Http;
using AgencyCMS.Modularity.Localisation;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Presentation;
using AgencyCMS.Modularity.Setup;
using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.FileProviders;

namespace AgencyCMS.Modularity.Modules;

/// <summary>Puts the modules into a host.</summary>
public static class ModuleHosting
{
    /// <summary>Adds the platform's own services, MVC, and whatever the modules bring.</summary>
    public static IServiceCollection AddModules(this IServiceCollection services, ModuleGraph graph, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(graph);
        services.AddSingleton(graph);
        services.AddSingleton(new FeatureCatalogue(graph.Modules.SelectMany(module => module.Features)));
        services.AddSingleton<TenantDirectory>();
        services.AddSingleton<TenantScopes>();
        services.TryAddSingleton<TenantGenerations>();
        services.AddPublicPages();
        services.AddSingleton(DefaultHosts.Read(configuration));
        services.AddSingleton(provider => new TenantResolution(provider.GetRequiredService<TenantDirectory>(), provider.GetRequiredService<DefaultHosts>().Names));
        services.AddSingleton<TenantNotice>();
        services.AddSingleton<GeneratedPasswords>();
        services.AddScoped<TenantContext>();
        services.AddScoped(typeof(IFeatureServices<>), typeof(FeatureServices<>));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, FeatureMatcherPolicy>());
        services.AddHttpContextAccessor();
        services.TryAddSingleton(TimeProvider.System);
        services.AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().AddRequirements(new PermissionRequirement("nobody")).Build());
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddJsonLocalisation(graph);
        services.AddPresentation();
        AddMvc(services, graph);

        var builders = new List<ModuleBuilder>();
        foreach (var module in graph.Modules)
        {
            var builder = new ModuleBuilder(module, services, configuration);
            module.CreateStartup()?.Configure(builder);
            builders.Add(builder);
        }
        services.AddSingleton<IReadOnlyList<ModuleBuilder>>(builders);
        services.TryAddScoped<IActorSource, DefaultActorSource>();
        return services;
    }

    /// <summary>Maps the controllers and endpoints of all modules.</summary>
    public static void MapModules(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapControllers();
        endpoints.MapPresentation();
        foreach (var map in endpoints.ServiceProvider.GetRequiredService<IReadOnlyList<ModuleBuilder>>().SelectMany(builder => builder.Endpoints))
        {
            map(endpoints);
        }
    }

    /// <summary>Serves the static files of plugins at <c>/_content/{plugin}</c>, where those of referenced modules are.</summary>
    public static void UsePluginFiles(this IApplicationBuilder app)
    {
        foreach (var module in app.ApplicationServices.GetRequiredService<ModuleGraph>().Modules)
        {
            var folder = module.PluginFolder is null ? null : Path.Combine(Path.GetFullPath(module.PluginFolder), "wwwroot");
            if (Directory.Exists(folder))
            {
                app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder), RequestPath = "/_content/" + module.Assembly.GetName().Name });
            }
        }
    }

    private static void AddMvc(IServiceCollection services, ModuleGraph graph)
    {
        services.AddControllersWithViews(options =>
            {
                options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
                options.Conventions.Add(new FeatureGateConvention(graph));
                options.ModelBindingMessageProvider.UseEnglishSources();
            })
            .AddViewLocalization()
            .AddDataAnnotationsLocalization()
            .ConfigureApplicationPartManager(manager =>
            {
                manager.FeatureProviders.Add(new EndpointControllerProvider());
                foreach (var module in graph.Modules.Where(module => module.PluginFolder is not null))
                {
                    foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(module.Assembly).GetApplicationParts(module.Assembly))
                    {
                        manager.ApplicationParts.Add(part);
                    }
                }
            });
    }
}
