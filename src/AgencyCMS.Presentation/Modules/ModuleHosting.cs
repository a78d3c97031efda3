using AgencyCMS.Modularity.Modules;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;

namespace AgencyCMS.Presentation.Modules;

/// <summary>Puts the modules into a host.</summary>
public static class ModuleHosting
{
    /// <summary>Adds the platform's own services, MVC, and whatever the modules bring. Comes last, since plugins are tried against all that is there.</summary>
    public static IServiceCollection AddModules(this IServiceCollection services, ModuleGraph graph, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(graph);
        services.AddModularity();
        services.AddPublicPages();
        services.AddSingleton(DefaultHosts.Read(configuration));
        services.AddSingleton(provider => new TenantResolution(provider.GetRequiredService<TenantDirectory>(), provider.GetRequiredService<DefaultHosts>().Names));
        services.AddSingleton<TenantNotice>();
        services.AddPresentation();
        services.AddApiDescription();
        var mvc = AddMvc(services);

        var (loaded, builders) = ModuleSetup.Run(services, graph, configuration);
        foreach (var plugin in loaded.Modules.Where(module => module.PluginFolder is not null))
        {
            mvc.PartManager.AddPlugin(plugin);
        }
        return services.AddModuleGraph(loaded, builders);
    }

    /// <summary>Maps the controllers and endpoints of all modules.</summary>
    public static void MapModules(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapControllers();
        var others = HeadConvention.Apply(endpoints.MapGroup(""));
        others.MapPresentation();
        others.MapApiDescription();
        foreach (var map in endpoints.ServiceProvider.GetRequiredService<IReadOnlyList<ModuleBuilder>>().SelectMany(builder => builder.Endpoints))
        {
            map(others);
        }
    }

    /// <summary>Serves the static files of plugins at <c>/_content/{plugin}</c>, where those of referenced modules are, and logs which plugins were left out.</summary>
    public static void UsePluginFiles(this IApplicationBuilder app)
    {
        var graph = app.ApplicationServices.GetRequiredService<ModuleGraph>();
        var logger = app.ApplicationServices.GetRequiredService<ILogger<ModuleGraph>>();
        foreach (var plugin in graph.Broken)
        {
            logger.LogError("The plugin {Plugin} was left out: {Reason}", plugin.Folder, plugin.Reason);
        }
        foreach (var module in graph.Modules)
        {
            var folder = module.PluginFolder is null ? null : Path.Combine(Path.GetFullPath(module.PluginFolder), "wwwroot");
            if (Directory.Exists(folder))
            {
                app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder), RequestPath = "/_content/" + module.Assembly.GetName().Name, OnPrepareResponse = VersionedFiles.Prepare });
            }
        }
    }

    /// <summary>Adds the controllers and views of a plugin.</summary>
    internal static void AddPlugin(this ApplicationPartManager manager, LoadedModule plugin)
    {
        foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(plugin.Assembly).GetApplicationParts(plugin.Assembly))
        {
            manager.ApplicationParts.Add(part);
        }
    }

    private static IMvcBuilder AddMvc(IServiceCollection services)
    {
        services.AddOptions<MvcOptions>().Configure<ModuleGraph, IStringLocalizer>((options, graph, localizer) =>
        {
            options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            options.Filters.Add<DeclaredForms>(DeclaredForms.FilterOrder);
            options.Filters.Add(new TextFilter(localizer));
            options.Conventions.Add(new FeatureGateConvention(graph));
            options.Conventions.Add(new HeadConvention());
            options.Conventions.Add(new PublicPageInputsConvention());
            options.ModelBindingMessageProvider.UseOwnSentences(localizer);
            var limits = new TextLimits(localizer);
            options.ModelMetadataDetailsProviders.Add(limits);
            options.ModelMetadataDetailsProviders.Add(new ListedTexts());
            options.Filters.Add(limits);
        });
        services.Configure<FormOptions>(TextLimits.Restrict);
        var mvc = services.AddControllersWithViews()
            .AddViewLocalization()
            .AddDataAnnotationsLocalization()
            .ConfigureApplicationPartManager(manager => manager.FeatureProviders.Add(new EndpointControllerProvider()));
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = OwnCookies.Messages;
            // One place for all sites of a host: where a message is left is not always where it is shown.
            options.Cookie.Path = "/";
        });
        services.AddSingleton<CookieTempDataProvider>();
        services.Replace(ServiceDescriptor.Singleton<ITempDataProvider, QuietTempDataProvider>());
        return mvc;
    }
}
