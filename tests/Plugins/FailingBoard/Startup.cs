using AgencyCMS.Modularity.Modules;
using AgencyCMS.Modularity.Setup;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FailingBoard;

/// <summary>Registers half of what it brings and fails, in the way that the configuration <c>FailingBoard:Fault</c> names.</summary>
public sealed class Startup : IModuleStartup
{
    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Services.AddScoped<ISiteProfileSource>(_ => throw new InvalidOperationException("Left behind by the failing plugin."));
        var fault = module.Configuration["FailingBoard:Fault"];
        if (fault != "ControllerWithoutItsNeeds")
        {
            module.Services.AddScoped<IShelf, Shelf>();
        }
        switch (fault)
        {
            case "ControllerWithoutItsNeeds":
                break;
            case "StartupTask":
                module.Services.AddSingleton<IStartupTask, FailingTask>();
                break;
            case "HostedService":
                module.Services.AddHostedService<FailingService>();
                break;
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

    private sealed class FailingTask : IStartupTask
    {
        public int Order => 0;

        public Task RunAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("The board's task failed.");
    }

    private sealed class FailingService : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => throw new InvalidOperationException("The board's service failed.");
    }
}
