using System.Collections.Immutable;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationParts;

namespace AgencyCMS.Modularity.Modules;

/// <summary>The modules of this process, found once at start; a module comes after those it depends on.</summary>
public sealed record ModuleGraph
{
    public required ImmutableArray<LoadedModule> Modules { get; init; }

    /// <summary>Plugins that could not be loaded, with the reason; the program runs without them.</summary>
    public ImmutableArray<BrokenPlugin> Broken { get; init; } = [];

    /// <summary>Finds the modules that the host references and those in the plugin folder.</summary>
    /// <param name="host">The program's assembly; the build lists its module references on it.</param>
    /// <param name="pluginFolder">Folder with one subfolder for each published plugin; need not exist.</param>
    public static ModuleGraph Discover(Assembly host, string pluginFolder)
    {
        ArgumentNullException.ThrowIfNull(host);
        var modules = host.GetCustomAttributes<ApplicationPartAttribute>()
            .Select(part => LoadedModule.Read(Assembly.Load(part.AssemblyName))).OfType<LoadedModule>().ToList();
        var broken = new List<BrokenPlugin>();
        if (Directory.Exists(pluginFolder))
        {
            foreach (var folder in Directory.EnumerateDirectories(pluginFolder).Order(StringComparer.Ordinal))
            {
                LoadPlugin(folder, modules, broken);
            }
        }
        LeaveOutDependents(modules, broken);
        return new ModuleGraph { Modules = [.. Sort(modules)], Broken = [.. broken] };
    }

    /// <summary>What a module needs and none of the others has, as a sentence for the operator; null when nothing is missing.</summary>
    public static string? MissingFor(LoadedModule module, IEnumerable<LoadedModule> others)
    {
        var known = others.Append(module).SelectMany(other => other.Features).Select(feature => feature.Id).ToHashSet(StringComparer.Ordinal);
        var missing = module.Features.SelectMany(feature => feature.Dependencies).Where(id => !known.Contains(id)).Distinct(StringComparer.Ordinal).ToList();
        return missing.Count == 0 ? null : $"It depends on {string.Join(" and ", missing)}, which no module has.";
    }

    private static void LoadPlugin(string folder, List<LoadedModule> modules, List<BrokenPlugin> broken)
    {
        try
        {
            var module = PluginLoadContext.Load(folder);
            var taken = modules.SelectMany(other => other.Features).Select(feature => feature.Id).Intersect(module.Features.Select(feature => feature.Id)).ToList();
            if (taken.Count > 0)
            {
                broken.Add(new BrokenPlugin(Path.GetFileName(folder), $"Another module has the feature {string.Join(" and ", taken)}."));
                return;
            }
            module.CreateStartup();
            modules.Add(module);
        }
        // Whatever a foreign assembly throws while it is loaded must not keep the county's sites from starting.
        catch (Exception exception)
        {
            broken.Add(new BrokenPlugin(Path.GetFileName(folder), exception.GetBaseException().Message));
        }
    }

    // Plugins may depend on one another in any order, so this comes after all are loaded; one that is left out may leave others without what they need.
    private static void LeaveOutDependents(List<LoadedModule> modules, List<BrokenPlugin> broken)
    {
        while (modules.Find(module => module.PluginFolder is not null && MissingFor(module, modules) is not null) is { } dependent)
        {
            modules.Remove(dependent);
            broken.Add(new BrokenPlugin(Path.GetFileName(dependent.PluginFolder!), MissingFor(dependent, modules)!)); // both are not null, as just seen
        }
    }

    private static IEnumerable<LoadedModule> Sort(List<LoadedModule> modules)
    {
        var byFeature = modules.SelectMany(module => module.Features.Select(feature => (feature.Id, module)))
            .ToDictionary(pair => pair.Id, pair => pair.module, StringComparer.Ordinal);
        var sorted = new List<LoadedModule>();
        var visiting = new HashSet<string>(StringComparer.Ordinal);
        foreach (var module in modules.OrderBy(module => module.Id, StringComparer.Ordinal))
        {
            Visit(module);
        }
        return sorted;

        void Visit(LoadedModule module)
        {
            if (sorted.Contains(module) || !visiting.Add(module.Id))
            {
                return;
            }
            foreach (var dependency in module.Features.SelectMany(feature => feature.Dependencies).Where(byFeature.ContainsKey))
            {
                Visit(byFeature[dependency]);
            }
            sorted.Add(module);
        }
    }
}
