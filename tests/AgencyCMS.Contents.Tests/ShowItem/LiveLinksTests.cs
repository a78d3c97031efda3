using System.Net;
using AgencyCMS.Contents.Tests.Fixtures;

namespace AgencyCMS.Contents.Tests.ShowItem;

/// <summary>Links of texts into the platform itself, whose features may be off.</summary>
public sealed class LiveLinksTests(SqliteSite site) : IClassFixture<SqliteSite>
{
    [Theory]
    [InlineData("requests/new")]
    [InlineData("requests/status?number=1")]
    [InlineData("search")]
    [InlineData("./search?q=1")]
    [InlineData("catalogue/rules")]
    [InlineData("/finance/requests/new")]
    public async Task Link_ToAFeatureThatIsOff_KeepsItsWordsAlone(string href)
    {
        // Arrange
        var path = "links-off-" + Guid.NewGuid().ToString("N");
        await site.PublishAsync(ContentsSite.NewPage("Links", path, $"<p>See <a href=\"{href}\">this page</a>.</p>"));
        using var reader = site.Browse();

        // Act
        var text = (await reader.ReadAsync(path)).QuerySelector(".prose")!;

        // Assert
        Assert.Equal("See this page.", text.TextContent);
        Assert.Null(text.QuerySelector("a"));
    }

    [Theory]
    [InlineData("https://www.gov.cn/search")]
    [InlineData("//www.gov.cn/search")]
    [InlineData("/elsewhere/page")]
    [InlineData("?page=2")]
    [InlineData("mailto:search@example.org")]
    [InlineData("#search")]
    public async Task Link_ToAnythingElse_Stays(string href)
    {
        // Arrange
        var path = "links-on-" + Guid.NewGuid().ToString("N");
        await site.PublishAsync(ContentsSite.NewPage("Links", path, $"<p>See <a href=\"{href}\">this page</a>.</p>"));
        using var reader = site.Browse();

        // Act
        var link = (await reader.ReadAsync(path)).QuerySelector(".prose a")!;

        // Assert
        Assert.Equal(href, link.GetAttribute("href"));
    }

    [Theory]
    [InlineData("page", "subscribe", "subscribe")]
    [InlineData("deep/er/page", "office-hours", "office-hours")]
    [InlineData("deep/page", "./office-hours?day=1#top", "office-hours?day=1#top")]
    [InlineData("deep/page", "../files/1/a.png", "files/1/a.png")]
    [InlineData("page", "../../files/1/a.png", "files/1/a.png")]
    [InlineData("page", "~/office-hours", "office-hours")]
    [InlineData("deep/page", "~/", "")]
    public async Task Address_WithoutASlashBeforeIt_LeadsBelowTheSiteAtEveryDepth(string place, string address, string expected)
    {
        // Arrange
        var path = $"links-{Guid.NewGuid():N}/{place}";
        await site.PublishAsync(ContentsSite.NewPage("Links", path, $"<p><a title=\"x\" href=\"{address}\">this page</a> <img alt=\"a\" src=\"{address}\"></p>"));
        using var reader = site.Browse();

        // Act
        var text = (await reader.ReadAsync(path)).QuerySelector(".prose")!;

        // Assert
        var root = new Uri(reader.Client.BaseAddress!, expected).PathAndQuery + new Uri(reader.Client.BaseAddress!, expected).Fragment;
        Assert.Equal((root, root), (text.QuerySelector("a")!.GetAttribute("href"), text.QuerySelector("img")!.GetAttribute("src")));
    }

    [Fact]
    public async Task Address_WithoutASlashBeforeIt_LeadsToTheSameInAPreview()
    {
        // Arrange
        var item = ContentsSite.NewPage("Previewed links", "links-" + Guid.NewGuid().ToString("N"), "<p><a href=\"subscribe\">this page</a></p>");
        var row = await site.DraftAsync(item);
        using var chief = await site.SignInAsync("chief");
        var preview = (await chief.ReadAsync($"admin/contents/{row.ContentItemId}/versions")).QuerySelector("tbody tr a.button")!.GetAttribute("href")!;

        // Act
        var link = (await chief.ReadAsync(preview)).QuerySelector(".prose a")!;

        // Assert
        Assert.Equal(HttpStatusCode.OK, await chief.StatusAsync(link.GetAttribute("href")!));
    }

    [Fact]
    public async Task WithdrawnItem_WhereRequestsCannotBeMade_PromisesNone()
    {
        // Arrange
        var row = await site.PublishAsync(ContentsSite.NewPage("Gone", "gone-without-promise"));
        using var chief = await site.SignInAsync("chief");
        await chief.SubmitAsync(await chief.ReadAsync($"admin/contents/{row.ContentItemId}"), "/withdraw", ("Reason", "Wrong."));
        using var reader = site.Browse();

        // Act
        var page = await Testing.Browsing.Browser.ParseAsync(await reader.GetAsync("gone-without-promise"));

        // Assert
        Assert.DoesNotContain("申请", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("main a"), link => Assert.DoesNotContain("requests", link.GetAttribute("href")!, StringComparison.Ordinal));
    }
}
