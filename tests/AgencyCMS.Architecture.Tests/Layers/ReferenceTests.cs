using System.Reflection;
using AgencyCMS.Architecture.Tests.Live;
using AgencyCMS.Modularity.Modules;

namespace AgencyCMS.Architecture.Tests.Layers;

/// <summary>Arrows point one way: Web → modules, themes → ContentManagement, Cases → Recipes, Presentation, Data → Modularity.</summary>
[Collection(LiveHostCollection.Name)]
public sealed class ReferenceTests(LiveHost host)
{
    [Fact]
    public void Base_RefersToWhatIsBelowIt()
    {
        // Arrange
        var assemblies = host.Modules.SelectMany(module => module.Assembly.GetReferencedAssemblies()).Where(name => ReferenceRules.IsBase(name.Name!)).DistinctBy(name => name.Name);

        // Act
        var breaches = assemblies.Select(Assembly.Load).SelectMany(assembly => ReferenceRules.BaseRefersToWhatIsBelowIt(assembly.GetName().Name!, OwnReferences(assembly)));

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Base_ThatRefersUpwards_IsABreach()
    {
        // Act
        var breach = Assert.Single(ReferenceRules.BaseRefersToWhatIsBelowIt("AgencyCMS.Data", ["AgencyCMS.Modularity", "AgencyCMS.ContentManagement"]));

        // Assert
        Assert.Equal("AgencyCMS.Data refers to AgencyCMS.ContentManagement.", breach);
    }

    [Fact]
    public void Module_RefersToTheBaseAndToTheModulesItsManifestNames()
    {
        // Arrange
        var moduleOfFeature = host.Modules.SelectMany(module => module.Features.Select(feature => (feature.Id, module.Assembly.GetName().Name))).ToDictionary(pair => pair.Id, pair => pair.Name!);

        // Act
        var breaches = host.Modules.SelectMany(module => ReferenceRules.ModuleRefersToItsDependencies(module.Id, OwnReferences(module.Assembly), Named(module)));

        // Assert
        Rule.HasNoBreach(breaches);

        IEnumerable<string> Named(LoadedModule module) => module.Features.SelectMany(feature => feature.Dependencies).Select(feature => moduleOfFeature[feature]);
    }

    [Fact]
    public void Module_ThatRefersToOneItsManifestDoesNotName_IsABreach()
    {
        // Act
        var breach = Assert.Single(ReferenceRules.ModuleRefersToItsDependencies("AgencyCMS.Sample", ["AgencyCMS.ContentManagement", "AgencyCMS.Media", "AgencyCMS.Search"], ["AgencyCMS.Media"]));

        // Assert
        Assert.Equal("AgencyCMS.Sample refers to AgencyCMS.Search, which its manifest does not name as a dependency.", breach);
    }

    [Fact]
    public void Module_NamesDependenciesThatExist()
    {
        // Act
        var breaches = ReferenceRules.DependenciesExist(host.Modules.SelectMany(module => module.Features).Select(feature => (feature.Id, feature.Dependencies.AsEnumerable())));

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Module_ThatDependsOnWhatIsNotThere_IsABreach()
    {
        // Act
        var breach = Assert.Single(ReferenceRules.DependenciesExist([("Board", ["Paper", "Pins"]), ("Paper", [])]));

        // Assert
        Assert.Equal("Board depends on Pins, which no module has.", breach);
    }

    [Fact]
    public void Host_RefersToEveryModuleAndTheme()
    {
        // Arrange
        var folders = new[] { "modules", "themes" }.SelectMany(part => Directory.EnumerateFiles(Testing.Files.Repository.PathOf(part), "*.csproj", SearchOption.AllDirectories))
            .Select(path => Path.GetFileNameWithoutExtension(path));

        // Act
        var breaches = ReferenceRules.HostLoadsEveryProject(folders, host.Modules.Select(module => module.Id));

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Module_ThatTheHostDoesNotLoad_IsABreach()
    {
        // Act
        var breach = Assert.Single(ReferenceRules.HostLoadsEveryProject(["AgencyCMS.Media", "AgencyCMS.Sample"], ["AgencyCMS.Media"]));

        // Assert
        Assert.Equal("AgencyCMS.Sample is not loaded by the host.", breach);
    }

    private static IEnumerable<string> OwnReferences(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("AgencyCMS.", StringComparison.Ordinal));
}
