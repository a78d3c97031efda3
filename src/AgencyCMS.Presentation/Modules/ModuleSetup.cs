using AgencyCMS.Modularity.Modules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Presentation.Modules;

/// <summary>
/// Lets every module add what it brings. A plugin that fails, or does not pass its trial, is left out with all that it had added until then, and so are the
/// plugins that depend on it; a module of the platform itself that fails stops the start.
/// </summary>
internal static class ModuleSetup
{
    /// <returns>The modules that are in, and what they map.</returns>
    public static (ModuleGraph Graph, IReadOnlyList<ModuleBuilder> Builders) Run(IServiceCollection services, ModuleGraph graph, IConfiguration configuration)
    {
        var builders = new List<ModuleBuilder>();
        var broken = new List<BrokenPlugin>(graph.Broken);
        // The platform first and whole, so that a plugin is tried in the house that it will stand in.
        foreach (var module in graph.Modules.OrderBy(module => module.PluginFolder is not null))
        {
            if (module.PluginFolder is null)
            {
                builders.Add(Configure(module, services, configuration));
            }
            else if (ModuleGraph.MissingFor(module, builders.Select(builder => builder.Module)) is { } missing)
            {
                broken.Add(new BrokenPlugin(Path.GetFileName(module.PluginFolder), missing));
            }
            else
            {
                AddPlugin(module);
            }
        }
        return (graph with { Modules = [.. builders.Select(builder => builder.Module)], Broken = [.. broken] }, builders);

        void AddPlugin(LoadedModule plugin)
        {
            try
            {
                var attempt = new ServiceCollection();
                services.CopyTo(attempt);
                var builder = Configure(plugin, attempt, configuration);
                PluginTrial.Run(builder, services, attempt, [.. builders.Select(other => other.Module), plugin]);
                builders.Add(builder);
                services.Clear();
                attempt.CopyTo(services);
            }
            // Whatever foreign code throws here must not keep the county's sites from starting.
            catch (Exception exception)
            {
                broken.Add(new BrokenPlugin(Path.GetFileName(plugin.PluginFolder!), exception.GetBaseException().Message)); // a plugin has a folder
            }
        }
    }

    public static void CopyTo(this IServiceCollection from, IServiceCollection to)
    {
        foreach (var service in from)
        {
            to.Add(service);
        }
    }

    private static ModuleBuilder Configure(LoadedModule module, IServiceCollection services, IConfiguration configuration)
    {
        var builder = new ModuleBuilder(module, services, configuration);
        module.CreateStartup()?.Configure(builder);
        return builder;
    }
}
