using System.Collections.Immutable;
using AgencyCMS.Modularity.Modules;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Setup;
using AgencyCMS.Presentation.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace AgencyCMS.Presentation.Modules;

/// <summary>
/// Looks at a plugin in a container of its own before it comes into the house: its services and controllers must be resolvable, its endpoints must say who may
/// call them, and nothing of it may run at the start, where a fault stops the program.
/// </summary>
internal static class PluginTrial
{
    /// <param name="plugin">What the plugin maps.</param>
    /// <param name="house">What is in already.</param>
    /// <param name="services">What is in already, with what the plugin added.</param>
    /// <param name="modules">The modules that are in already, and the plugin's.</param>
    /// <exception cref="Exception">Whatever would have stopped the start.</exception>
    public static void Run(ModuleBuilder plugin, IServiceCollection house, IServiceCollection services, ImmutableArray<LoadedModule> modules)
    {
        CheckNothingRunsAtStart(services.Except(house));
        var trial = new ServiceCollection();
        services.CopyTo(trial);
        var parts = PartsOf(plugin.Module, services);
        trial.Replace(ServiceDescriptor.Singleton(parts));
        trial.AddModuleGraph(new ModuleGraph { Modules = modules }, [plugin]);
        using var provider = trial.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        CheckControllers(parts, provider.GetRequiredService<IServiceProviderIsService>());
        var endpoints = new Endpoints(provider);
        endpoints.MapModules();
        var mapped = endpoints.DataSources.SelectMany(source => source.Endpoints).ToList();
        EndpointRules.Check(mapped, provider.GetServices<Permission>());
        ParameterSources.Check(mapped);
    }

    private static void CheckNothingRunsAtStart(IEnumerable<ServiceDescriptor> added)
    {
        if (added.FirstOrDefault(service => service.ServiceType == typeof(IHostedService) || service.ServiceType == typeof(IStartupTask)) is { } runs)
        {
            throw new InvalidOperationException($"It adds an {runs.ServiceType.Name}. What runs at the start could stop it; a plugin's work is done by jobs and consumers.");
        }
    }

    // The container looks at what is registered; controllers are not.
    private static void CheckControllers(ApplicationPartManager parts, IServiceProviderIsService services)
    {
        var found = new ControllerFeature();
        parts.PopulateFeature(found);
        foreach (var controller in found.Controllers)
        {
            var needs = controller.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Where(parameter => !parameter.HasDefaultValue);
            if (needs.FirstOrDefault(parameter => !services.IsService(parameter.ParameterType)) is { } missing)
            {
                throw new InvalidOperationException($"{controller.Name} needs {missing.ParameterType.Name}, which no module has.");
            }
        }
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
