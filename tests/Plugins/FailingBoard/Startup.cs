using AgencyCMS.Modularity.Modules;
using AgencyCMS.Modularity.Presentation;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FailingBoard;

/// <summary>Registers half of what it brings and fails, in the way that the configuration <c>FailingBoard:Fault</c> names.</summary>
public sealed class Startup : IModuleStartup
{
    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Services.AddScoped<ISiteProfileSource>(_ => throw new InvalidOperationException("Left behind by the failing plugin."));
        switch (module.Configuration["FailingBoard:Fault"])
        {
            case "EndpointWithoutRule":
                module.MapEndpoints(endpoints => endpoints.MapGet("/failing-board", () => "Anybody may read this."));
                break;
            case "ServiceWithoutItsNeeds":
                module.Services.AddScoped<LonelyService>();
                break;
            case "FailingMap":
                module.MapEndpoints(_ => throw new InvalidOperationException("The board cannot be mapped."));
                break;
            default:
                throw new InvalidOperationException("The board cannot start.");
        }
    }

    private sealed class LonelyService(IMissing missing)
    {
        public IMissing Missing => missing;
    }

    private interface IMissing;
}
