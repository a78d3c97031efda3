using AgencyCMS.Contents.Contracts;
using AgencyCMS.Modularity.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Contents;

/// <summary>Writing, publishing and showing content items.</summary>
public sealed class Startup : IModuleStartup
{
    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.AddPermissions(ContentPermissions.All);
        module.Services.AddScoped<ItemSections>();
    }
}
