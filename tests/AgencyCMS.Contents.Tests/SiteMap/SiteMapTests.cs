using AgencyCMS.Contents.Tests.Fixtures;

namespace AgencyCMS.Contents.Tests.SiteMap;

/// <summary>The site map for people.</summary>
public abstract class SiteMapTests(ContentsSite site)
{
    [Fact]
    public async Task Map_ListsThePagesThatStandByThemselves()
    {
        // Arrange
        await site.PublishAsync(ContentsSite.NewPage("交通指南", "how-to-get-here"));
        using var reader = site.Browse();

        // Act
        var link = (await reader.ReadAsync("sitemap")).QuerySelectorAll(".site-map a").Single(link => link.TextContent == "交通指南");

        // Assert
        Assert.Equal("/finance/how-to-get-here", link.GetAttribute("href"));
    }

    [Fact]
    public async Task Map_LeavesOutDrafts()
    {
        // Arrange
        await site.DraftAsync(ContentsSite.NewPage("还没公开", "not-yet-public"));
        using var reader = site.Browse();

        // Act
        var page = await reader.ReadAsync("sitemap");

        // Assert
        Assert.DoesNotContain("还没公开", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_OfAPageWithANewerDraft_HasThePublicTitle()
    {
        // Arrange
        var item = ContentsSite.NewPage("公开的标题", "title-that-is-public");
        var row = await site.PublishAsync(item);
        item.Alter<ContentManagement.Items.Parts.TitlePart>(part => part.Title = "草稿的标题");
        await site.DraftAsync(item, row.Stamp);
        using var reader = site.Browse();

        // Act
        var map = (await reader.ReadAsync("sitemap")).QuerySelector(".site-map")!.TextContent;

        // Assert
        Assert.Contains("公开的标题", map, StringComparison.Ordinal);
        Assert.DoesNotContain("草稿的标题", map, StringComparison.Ordinal);
    }

    public sealed class OnSqlite(SqliteSite site) : SiteMapTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : SiteMapTests(site), IClassFixture<PostgreSqlSite>;
}
