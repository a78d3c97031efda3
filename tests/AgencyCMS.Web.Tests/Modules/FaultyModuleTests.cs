using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Manifests;
using AgencyCMS.Modularity.Modules;
using AgencyCMS.Presentation;
using AgencyCMS.Testing.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Web.Tests.Modules;

/// <summary>What is wrong with a plugin costs the plugin; what is wrong with a module of the platform stops the start.</summary>
public sealed class FaultyModuleTests(PublishedPlugins published) : IClassFixture<PublishedPlugins>
{
    [Theory]
    [InlineData("EndpointWithoutRule", "/failing-board")]
    [InlineData("ServiceWithoutItsNeeds", "IMissing")]
    [InlineData("FailingMap", "The board cannot be mapped.")]
    [InlineData("ControllerWithoutItsNeeds", "ShelfEndpoint needs IShelf")]
    [InlineData("StartupTask", "It adds an IStartupTask.")]
    [InlineData("HostedService", "It adds an IHostedService.")]
    public async Task Plugin_WithAFault_IsReportedWithItsReason(string fault, string reason)
    {
        // Act
        await using var host = await StartAsync(fault);

        // Assert
        var broken = Assert.Single(host.Services.GetRequiredService<ModuleGraph>().Broken, plugin => plugin.Folder == "FailingBoard");
        Assert.Contains(reason, broken.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EndpointWithoutRule")]
    [InlineData("ServiceWithoutItsNeeds")]
    public async Task Plugin_WithAFault_LeavesNothingBehind(string fault)
    {
        // Arrange
        await using var host = await StartAsync(fault);
        var tenant = await host.CountyAsync();

        // Act
        await using var scope = host.Scope(tenant);
        var source = scope.ServiceProvider.GetRequiredService<ISiteProfileSource>();

        // Assert
        Assert.NotNull(source);
        Assert.Null(host.Services.GetRequiredService<FeatureCatalogue>().Find("FailingBoard"));
    }

    [Fact]
    public async Task Plugin_BesideAFaultyOne_Works()
    {
        // Arrange
        await using var host = await StartAsync("EndpointWithoutRule");
        await host.CountyAsync();
        using var client = host.CreateClient(await host.AddTenantAsync("finance", "NoticeBoard"));

        // Act
        var text = await client.GetStringAsync("board/count");

        // Assert
        Assert.Equal("3", text);
    }

    [Fact]
    public async Task PlatformModule_WithAnEndpointWithoutRule_StopsTheStart()
    {
        // Arrange
        var module = new ModuleBuilder(LoadedModule.Read(typeof(Accounts.Startup).Assembly)!, new ServiceCollection(), new ConfigurationManager()); // it has a manifest
        module.MapEndpoints(endpoints => endpoints.MapGet("/faulty-board", () => "Anybody may read this."));

        // Act
        var fault = await Record.ExceptionAsync(() => TestHost<Program>.StartAsync(
            options => options.ConfigureServices(services => services.AddSingleton<IReadOnlyList<ModuleBuilder>>([module]))));

        // Assert
        Assert.Contains("/faulty-board", fault?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlatformModule_WithAServiceThatCannotBeMade_StopsTheStart()
    {
        // Act
        var fault = await Record.ExceptionAsync(() => TestHost<Program>.StartAsync(options => options.ConfigureServices(services => services.AddScoped<FaultyService>())));

        // Assert
        Assert.Contains(nameof(FaultyService), fault?.Message, StringComparison.Ordinal);
    }

    private Task<TestHost<Program>> StartAsync(string fault) => TestHost<Program>.StartAsync(
        options => options.Set("AgencyCMS:PluginsPath", published.Plugins.Path).Set("FailingBoard:Fault", fault));

    private sealed class FaultyService(ModuleAttribute missing)
    {
        public ModuleAttribute Missing => missing;
    }
}
