using System.Net;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Modules;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using AgencyCMS.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Web.Tests.Modules;

public sealed class PluginTests(PublishedPlugins published) : IClassFixture<PublishedPlugins>, IAsyncLifetime
{
    private TestHost<Program> _host = null!;
    private Tenant _tenant = null!;
    private Tenant _neighbour = null!;

    public async Task InitializeAsync()
    {
        _host = await TestHost<Program>.StartAsync(options => options.Set("AgencyCMS:PluginsPath", published.Plugins.Path));
        await _host.CountyAsync();
        _tenant = await _host.AddTenantAsync("finance", "NoticeBoard");
        _neighbour = await _host.AddTenantAsync("neighbour");
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Page_OfAPlugin_IsShownWithItsViewItsLibraryAndItsTranslation()
    {
        // Arrange
        using var client = _host.CreateClient(_tenant);

        // Act
        var page = await client.GetStringAsync("board");

        // Assert
        Assert.Contains("<h1>公告栏: Board</h1>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endpoint_OfAPlugin_Answers()
    {
        // Arrange
        using var client = _host.CreateClient(_tenant);

        // Act
        var text = await client.GetStringAsync("board/count");

        // Assert
        Assert.Equal("3", text);
    }

    [Fact]
    public async Task StaticFile_OfAPlugin_IsServed()
    {
        // Arrange
        using var client = _host.CreateClient(_tenant);

        // Act
        var text = await client.GetStringAsync("_content/NoticeBoard/board.css");

        // Assert
        Assert.Contains(".board", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("board")]
    [InlineData("board/count")]
    public async Task Endpoint_AtTheNeighbourWithoutTheFeature_IsNotFound(string address)
    {
        // Arrange
        using var client = _host.CreateClient(_neighbour);

        // Act
        var answer = await client.GetAsync(address);

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("board")]
    [InlineData("board/count")]
    public async Task Endpoint_OfAFeatureSwitchedOff_IsNotFoundAtOnce(string address)
    {
        // Arrange
        using var client = _host.CreateClient(_tenant);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address)).StatusCode);

        // Act
        await _host.DisableAsync(_tenant, "NoticeBoard");
        var answer = await client.GetAsync(address);

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Endpoint_OfAFeatureSwitchedOnAgain_AnswersAtOnce()
    {
        // Arrange
        using var client = _host.CreateClient(_tenant);
        await _host.DisableAsync(_tenant, "NoticeBoard");

        // Act
        await _host.EnableAsync(_tenant, "NoticeBoard");
        var answer = await client.GetAsync("board");

        // Assert
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Contribution_OfAFeatureThatIsOn_IsAskedFor()
    {
        // Act
        await using var scope = _host.Scope(_tenant);
        var items = Contributed(scope.ServiceProvider);

        // Assert
        Assert.Contains("NoticeBoard.BoardNavigation", items);
    }

    [Fact]
    public async Task Contribution_OfAFeatureSwitchedOff_IsNotMade()
    {
        // Arrange
        var tenant = await _host.DisableAsync(_tenant, "NoticeBoard");

        // Act
        await using var scope = _host.Scope(tenant);
        var items = Contributed(scope.ServiceProvider);

        // Assert
        Assert.DoesNotContain("NoticeBoard.BoardNavigation", items);
    }

    [Theory]
    [InlineData("FailingBoard", "The board cannot start.")]
    [InlineData("DotLiquid", "DotLiquid.dll carries no module manifest.")]
    [InlineData("Empty", "The folder holds no Empty.dll.")]
    public void Plugin_ThatIsBroken_IsReportedWithItsReason(string plugin, string reason)
    {
        // Act
        var broken = _host.Services.GetRequiredService<ModuleGraph>().Broken;

        // Assert
        Assert.Contains(new BrokenPlugin(plugin, reason), broken);
    }

    [Fact]
    public async Task Plugin_ThatFailedToStart_LeavesNothingBehind()
    {
        // Act
        await using var scope = _host.Scope(_tenant);
        var source = scope.ServiceProvider.GetRequiredService<ISiteProfileSource>();

        // Assert
        Assert.NotNull(source);
        Assert.Null(_host.Services.GetRequiredService<FeatureCatalogue>().Find("FailingBoard"));
    }

    private static IEnumerable<string?> Contributed(IServiceProvider services) => services.GetRequiredService<IFeatureServices<INavigationProvider>>().All.Select(item => item.GetType().FullName);
}
