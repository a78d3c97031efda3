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
        var breaches = host.Modules.SelectMany(module => module.Assembly.GetExportedTypes().Where(type => !MayBePublic(module, type)))
            .Select(type => $"{type.FullName} is public and not in Contracts.");

        // Assert
        Rule.HasNoBreach(breaches);
    }

    // FluentMigrator finds public steps only.
    private static bool MayBePublic(LoadedModule module, Type type) =>
        type.Namespace == module.Assembly.GetName().Name + ".Contracts"
        || type.Namespace?.StartsWith(module.Assembly.GetName().Name + ".Contracts.", StringComparison.Ordinal) == true
        || typeof(IModuleStartup).IsAssignableFrom(type)
        || typeof(IMigration).IsAssignableFrom(type);
}
