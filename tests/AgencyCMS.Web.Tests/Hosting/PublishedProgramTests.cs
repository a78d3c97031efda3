using System.Net;
using AgencyCMS.Data.Stores;
using AgencyCMS.Testing.Browsing;
using AgencyCMS.Testing.Databases;
using AgencyCMS.Testing.Files;
using AgencyCMS.Testing.Hosting;

namespace AgencyCMS.Web.Tests.Hosting;

/// <summary>The program as <c>docs/operating.md</c> has it published, but not compiled ahead of time.</summary>
public sealed class PublishedProgramTests : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private TestDatabase _database = null!; // xunit starts it before the test

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);

    public async Task DisposeAsync()
    {
        _folder.Dispose();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData("--no-restore")]
    [InlineData("--no-build")] // of what has been built to run these tests
    public async Task PublishedProgram_ShowsItsPagesWithTheirStyles(string option)
    {
        // Arrange
        await Publication.MakeAsync(
            Repository.PathOf("src", "AgencyCMS.Web", "AgencyCMS.Web.csproj"), _folder.Path, option, "--configuration", Publication.Configuration, "-p:PublishReadyToRun=false");
        await using (var host = await TestHost<Program>.StartAsync(_database))
        {
            await host.CountyAsync();
        }

        // Act
        var (server, address) = await ProgramProcess.ServeAsync(_database, _folder.Path);
        using var serving = server;
        using var browser = new Browser(new HttpClient { BaseAddress = address });
        var page = await browser.ReadAsync("account/sign-in");
        var style = page.QuerySelector("link[rel=stylesheet]")?.GetAttribute("href");

        // Assert
        Assert.NotNull(page.QuerySelector("main h1"));
        Assert.NotNull(style);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync(style));
        Assert.Empty(Directory.EnumerateFiles(_folder.Path, "*.cshtml", SearchOption.AllDirectories));
    }
}
