using AgencyCMS.Contents.Tests.Fixtures;

namespace AgencyCMS.Contents.Tests.Subscribe;

/// <summary>The page on feeds for people.</summary>
public sealed class SubscribeTests(SqliteSite site) : IClassFixture<SqliteSite>
{
    [Fact]
    public async Task Page_OfAnAgency_NamesTheWholeAddressOfItsFeed()
    {
        // Arrange
        using var reader = site.Browse();

        // Act
        var link = (await reader.ReadAsync("subscribe")).QuerySelector("main a[type='application/atom+xml']")!;

        // Assert
        Assert.Equal("http://localhost/finance/feed.xml", link.GetAttribute("href"));
        Assert.Equal("订阅", (await reader.ReadAsync("subscribe")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Footer_OfEveryPage_LeadsToThePagesForPeople()
    {
        // Arrange
        using var reader = site.Browse();

        // Act
        var links = (await reader.ReadAsync("sitemap")).QuerySelectorAll(".footer-links a").Select(link => link.GetAttribute("href"));

        // Assert
        Assert.Contains("/finance/subscribe", links);
        Assert.Contains("/finance/sitemap", links);
    }

    [Fact]
    public async Task Head_OfEveryPage_NamesTheFeed()
    {
        // Arrange
        using var reader = site.Browse();

        // Act
        var link = (await reader.ReadAsync("subscribe")).QuerySelector("link[rel=alternate]")!;

        // Assert
        Assert.Equal("/finance/feed.xml", link.GetAttribute("href"));
        Assert.Equal("application/atom+xml", link.GetAttribute("type"));
    }
}
