using System.Collections.Immutable;
using System.Reflection;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Manifests;

namespace AgencyCMS.Modularity.Modules;

/// <summary>A module found at start: its assembly, its manifest and its features.</summary>
public sealed record LoadedModule
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Version { get; init; }
    public required Assembly Assembly { get; init; }
    public required ImmutableArray<FeatureDescriptor> Features { get; init; }

    /// <summary>Folder of a plugin; null for a module that came by reference.</summary>
    public string? PluginFolder { get; init; }

    /// <returns>Null when the assembly carries no module manifest.</returns>
    public static LoadedModule? Read(Assembly assembly, string? pluginFolder = null)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        if (assembly.GetCustomAttribute<ModuleAttribute>() is not { } manifest)
        {
            return null;
        }
        var id = manifest.Id.Length > 0 ? manifest.Id : assembly.GetName().Name!;
        var declared = assembly.GetCustomAttributes<FeatureAttribute>().Where(feature => feature is not ModuleAttribute).ToList();
        var features = declared.Select(feature => Describe(feature, feature.Id, manifest, id)).ToList();
        if (declared.TrueForAll(feature => feature.Id != id))
        {
            features.Insert(0, Describe(manifest, id, manifest, id));
        }
        return new LoadedModule
        {
            Id = id,
            Name = manifest.Name.Length > 0 ? manifest.Name : id,
            Version = manifest.Version,
            Assembly = assembly,
            Features = [.. features],
            PluginFolder = pluginFolder,
        };
    }

    /// <summary>Makes the module's startup object; null when it has none (a theme of views alone).</summary>
    public IModuleStartup? CreateStartup()
    {
        var type = Assembly.GetTypes().SingleOrDefault(type => type is { IsAbstract: false } && typeof(IModuleStartup).IsAssignableFrom(type));
        return type is null ? null : (IModuleStartup)Activator.CreateInstance(type)!;
    }

    private static FeatureDescriptor Describe(FeatureAttribute feature, string id, ModuleAttribute manifest, string moduleId) => new()
    {
        Id = id,
        Name = feature.Name.Length > 0 ? feature.Name : id,
        Description = feature.Description.Length > 0 ? feature.Description : manifest.Description,
        Category = feature.Category.Length > 0 ? feature.Category : manifest.Category,
        ModuleId = moduleId,
        Dependencies = [.. feature.Dependencies],
        CountyOnly = feature.CountyOnly,
        IsAlwaysEnabled = feature.IsAlwaysEnabled,
        WithoutIt = feature.WithoutIt,
        IsTheme = manifest is ThemeAttribute,
        IsAdminTheme = manifest is ThemeAttribute { IsAdmin: true },
    };
}
