using AgencyCMS.Modularity.Modules;
using AgencyCMS.Modularity.Presentation;
using Microsoft.Extensions.DependencyInjection;

namespace FailingBoard;

/// <summary>Registers half of what it brings and fails.</summary>
public sealed class Startup : IModuleStartup
{
    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Services.AddScoped<ISiteProfileSource>(_ => throw new InvalidOperationException("Left behind by the failing plugin."));
        throw new InvalidOperationException("The board cannot start.");
    }
}
