using System.CommandLine;
using System.Net;
using AgencyCMS.Modularity.Commands;
using AgencyCMS.Modularity.Modules;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Testing.Browsing;
using AgencyCMS.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Web.Tests.Docs;

/// <summary>Does what <c>docs/module-authors.md</c> says and sees what it promises.</summary>
public sealed class ModuleAuthorsTests(TenMinuteExample example) : IClassFixture<TenMinuteExample>, IAsyncLifetime
{
    private TestHost<Program> _host = null!; // before each test
    private Browser _browser = null!; // before each test

    public async Task InitializeAsync()
    {
        _host = await TestHost<Program>.StartAsync(options => options.Set("AgencyCMS:PluginsPath", example.Plugins.Path));
        Assert.Empty(_host.Services.GetRequiredService<ModuleGraph>().Broken);
        await _host.CountyAsync();
        await _host.AddTenantAsync("finance");
        _browser = new Browser(_host.CreateClient());
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Page_BeforeTheFeatureIsOn_IsNotFound()
    {
        // Act
        var status = await _browser.StatusAsync(example.Address);

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Fact]
    public async Task Page_AfterTheCommand_IsShownInTheThemeAndInChinese()
    {
        // Act
        await RunCommandsAsync();
        var page = await _browser.ReadAsync(example.Address);

        // Assert
        Assert.Equal("公告栏", page.QuerySelector("main h1")?.TextContent);
        Assert.Equal("暂无公告。", page.QuerySelector("main .board")?.TextContent);
        Assert.StartsWith("公告栏", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MenuEntry_AfterTheCommand_LeadsToThePage()
    {
        // Act
        await RunCommandsAsync();
        var page = await _browser.ReadAsync(example.Address);

        // Assert
        Assert.Contains(page.QuerySelectorAll("nav a"), link => link.GetAttribute("href") == "/" + example.Address && link.TextContent.Contains("公告栏", StringComparison.Ordinal));
    }

    [Fact]
    public async Task StyleSheet_ThatThePageNames_IsServed()
    {
        // Act
        await RunCommandsAsync();
        var page = await _browser.ReadAsync(example.Address);
        var style = await _browser.TextAsync(page.QuerySelector("link[href$='board.css']")!.GetAttribute("href")!); // the view has it

        // Assert
        Assert.Contains(".board", style, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfTheFeatureSwitchedOff_IsNotFoundAtOnce()
    {
        // Arrange
        await RunCommandsAsync();
        Assert.Equal(HttpStatusCode.OK, await _browser.StatusAsync(example.Address));

        // Act
        await _host.DisableAsync(_host.Services.GetRequiredService<TenantDirectory>().FindByName("finance")!, "NoticeBoard"); // made above

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, await _browser.StatusAsync(example.Address));
    }

    private async Task RunCommandsAsync()
    {
        var root = new RootCommand();
        foreach (var command in _host.Services.GetServices<IOperatorCommands>().SelectMany(source => source.Create()))
        {
            root.Add(command);
        }
        Assert.NotEmpty(example.Commands);
        foreach (var arguments in example.Commands)
        {
            using var output = new StringWriter();
            Assert.Equal(0, await root.Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output }));
        }
    }
}
