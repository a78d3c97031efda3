using AgencyCMS.Architecture.Tests.Live;
using AgencyCMS.Modularity.Modules;
using FluentMigrator;

namespace AgencyCMS.Architecture.Tests.Layers;

[Collection(LiveHostCollection.Name)]
public sealed class VisibilityTests(LiveHost host)
{
    [Fact]
    public void Module_ShowsItsContractsAlone()
    {
        // Act
        var breaches = host.Modules.SelectMany(module => Breaches(module.Assembly.GetName().Name!, module.Assembly.GetExportedTypes()));

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Module_ThatShowsMore_IsABreach()
    {
        // Act
        var breach = Assert.Single(Breaches("AgencyCMS.Architecture.Tests", [typeof(VisibilityTests), typeof(Contracts.SampleContract)]));

        // Assert
        Assert.Contains(nameof(VisibilityTests), breach, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Breaches(string module, IEnumerable<Type> exported) =>
        exported.Where(type => !MayBePublic(module, type)).Select(type => $"{type.FullName} is public and not in Contracts.");

    // FluentMigrator finds public steps only.
    private static bool MayBePublic(string module, Type type) =>
        type.Namespace == module + ".Contracts"
        || type.Namespace?.StartsWith(module + ".Contracts.", StringComparison.Ordinal) == true
        || typeof(IModuleStartup).IsAssignableFrom(type)
        || typeof(IMigration).IsAssignableFrom(type);
}
