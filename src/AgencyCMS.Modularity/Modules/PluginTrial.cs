using System.Collections.Immutable;
using AgencyCMS.Modularity.Permissions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgencyCMS.Modularity.Modules;

/// <summary>
/// Looks at a plugin in a container of its own before it comes into the house: its services must be resolvable and its endpoints must say who may call them.
/// The start checks both for everything, and there a fault stops the program.
/// </summary>
internal static class PluginTrial
{
    /// <param name="plugin">What the plugin maps.</param>
    /// <param name="services">Everything that is in already, with what the plugin added.</param>
    /// <param name="modules">The modules that are in already, and the plugin's.</param>
    /// <exception cref="Exception">Whatever would have stopped the start.</exception>
    public static void Run(ModuleBuilder plugin, IServiceCollection services, ImmutableArray<LoadedModule> modules)
    {
        var trial = new ServiceCollection();
        services.CopyTo(trial);
        trial.Replace(ServiceDescriptor.Singleton(PartsOf(plugin.Module, services)));
        trial.AddModuleGraph(new ModuleGraph { Modules = modules }, [plugin]);
        using var provider = trial.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        var endpoints = new Endpoints(provider);
        endpoints.MapModules();
        EndpointRules.Check(endpoints.DataSources.SelectMany(source => source.Endpoints), provider.GetServices<Permission>());
    }

    // The plugin's controllers alone: those of the platform are looked at when the program starts.
    private static ApplicationPartManager PartsOf(LoadedModule plugin, IServiceCollection services)
    {
        var manager = services.Select(service => service.ImplementationInstance).OfType<ApplicationPartManager>().First();
        var parts = new ApplicationPartManager();
        foreach (var provider in manager.FeatureProviders)
        {
            parts.FeatureProviders.Add(provider);
        }
        parts.AddPlugin(plugin);
        return parts;
    }

    private sealed class Endpoints(IServiceProvider services) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => services;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);
    }
}
