using System.Reflection;
using AgencyCMS.Architecture.Tests.Live;
using AgencyCMS.Modularity.Modules;

namespace AgencyCMS.Architecture.Tests.Layers;

/// <summary>Arrows point one way: Web → modules, themes → Content, Cases → Data → Modularity.</summary>
[Collection(LiveHostCollection.Name)]
public sealed class ReferenceTests(LiveHost host)
{
    private static readonly string[] Base = ["AgencyCMS.Modularity", "AgencyCMS.Data", "AgencyCMS.Content", "AgencyCMS.Cases"];

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["AgencyCMS.Modularity"] = [],
        ["AgencyCMS.Data"] = ["AgencyCMS.Modularity"],
        ["AgencyCMS.Content"] = ["AgencyCMS.Modularity", "AgencyCMS.Data"],
        ["AgencyCMS.Cases"] = ["AgencyCMS.Modularity", "AgencyCMS.Data"],
    };

    [Fact]
    public void Base_RefersToWhatIsBelowIt()
    {
        // Arrange
        var assemblies = host.Modules.SelectMany(module => module.Assembly.GetReferencedAssemblies()).Where(name => Allowed.ContainsKey(name.Name!)).DistinctBy(name => name.Name);

        // Act
        var breaches = assemblies.Select(Assembly.Load)
            .SelectMany(assembly => OwnReferences(assembly).Except(Allowed[assembly.GetName().Name!]).Select(reference => $"{assembly.GetName().Name} refers to {reference}."));

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Module_RefersToTheBaseAndToTheModulesItsManifestNames()
    {
        // Arrange
        var moduleOfFeature = host.Modules.SelectMany(module => module.Features.Select(feature => (feature.Id, module.Assembly.GetName().Name))).ToDictionary(pair => pair.Id, pair => pair.Name!);

        // Act
        var breaches = host.Modules.SelectMany(module => OwnReferences(module.Assembly).Except(Base).Except(Named(module))
            .Select(reference => $"{module.Id} refers to {reference}, which its manifest does not name as a dependency."));

        // Assert
        Rule.HasNoBreach(breaches);

        IEnumerable<string> Named(LoadedModule module) => module.Features.SelectMany(feature => feature.Dependencies).Select(feature => moduleOfFeature[feature]);
    }

    [Fact]
    public void Module_NamesDependenciesThatExist()
    {
        // Arrange
        var known = host.Modules.SelectMany(module => module.Features).Select(feature => feature.Id).ToHashSet();

        // Act
        var breaches = host.Modules.SelectMany(module => module.Features)
            .SelectMany(feature => feature.Dependencies.Where(id => !known.Contains(id)).Select(id => $"{feature.Id} depends on {id}, which no module has."));

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Host_RefersToEveryModuleAndTheme()
    {
        // Arrange
        var folders = new[] { "modules", "themes" }.SelectMany(part => Directory.EnumerateFiles(Testing.Files.Repository.PathOf(part), "*.csproj", SearchOption.AllDirectories))
            .Select(Path.GetFileNameWithoutExtension);

        // Act
        var breaches = folders.Except(host.Modules.Select(module => module.Id)).Select(module => $"{module} is not loaded by the host.");

        // Assert
        Rule.HasNoBreach(breaches);
    }

    private static IEnumerable<string> OwnReferences(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("AgencyCMS.", StringComparison.Ordinal));
}
