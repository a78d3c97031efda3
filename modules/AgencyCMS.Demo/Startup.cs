using AgencyCMS.Demo.Generation;
using AgencyCMS.Modularity.Commands;
using AgencyCMS.Modularity.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Demo;

/// <summary>Gives the operator the command that fills a data folder for load tests.</summary>
public sealed class Startup : IModuleStartup
{
    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Services.AddSingleton<DemoGeneration>();
        module.Services.AddSingleton<IOperatorCommands, GenerateCommand>();
    }
}
