using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Disclosure.Tests.Fixtures;

namespace AgencyCMS.Disclosure.Tests.HomePage;

/// <summary>What a reader finds first on an agency's site. Each test has an agency of its own, because everything published shows here.</summary>
public abstract class HomePageTests(DisclosureSite site)
{
    [Fact]
    public async Task HomePage_OfAnAgencyThatPublishedNothing_SaysSo()
    {
        // Arrange
        using var reader = site.Browse(await site.AddAgencyAsync("empty"));

        // Act
        var page = await reader.ReadAsync("");

        // Assert
        Assert.Contains("暂无公开信息", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HomePage_OfAnAgencyWithoutAGuide_DoesNotLeadThere()
    {
        // Arrange
        using var reader = site.Browse(await site.AddAgencyAsync("guideless"));

        // Act
        var links = (await reader.ReadAsync("")).QuerySelectorAll("a").Select(link => link.GetAttribute("href")).ToList();

        // Assert
        Assert.DoesNotContain("/guideless/guide", links);
        Assert.DoesNotContain("/guideless/rules", links);
        Assert.Contains("/guideless/catalogue/annual_reports", links);
    }

    [Fact]
    public async Task HomePage_OnceTheGuideIsPublished_LeadsThere()
    {
        // Arrange
        var agency = await site.AddAgencyAsync("guided");
        using var reader = site.Browse(agency);
        await reader.ReadAsync("");
        var guide = ContentManagement.Items.ContentItem.New("Page");
        guide.Alter<ContentManagement.Items.Parts.TitlePart>(part => part.Title = "公开指南");
        guide.Alter<ContentManagement.Items.Parts.AutoroutePart>(part => part.Path = "guide");

        // Act
        await site.PublishAsync(guide, agency);

        // Assert
        var page = await reader.ReadAsync("");
        Assert.NotNull(page.QuerySelector(".site-nav a[href='/guided/guide']"));
        Assert.NotNull(page.QuerySelector(".entries a[href='/guided/guide']"));
    }

    [Fact]
    public async Task NewestItem_LeadsThePageAboveTheOthers()
    {
        // Arrange
        var agency = await site.AddAgencyAsync("leading");
        await site.PublishAsync(DisclosureSite.NewItem("较早的规定", "rules_own"), agency);
        await site.PublishAsync(DisclosureSite.NewItem("最新的规定", "rules_own"), agency);
        using var reader = site.Browse(agency);

        // Act
        var page = await reader.ReadAsync("");

        // Assert
        Assert.Equal("最新的规定", page.QuerySelector(".lead-story h2 a")!.TextContent);
        Assert.Equal("较早的规定", Assert.Single(page.QuerySelectorAll(".lead .card:not(.lead-story) .entry-list a")).TextContent);
    }

    [Fact]
    public async Task Items_OfACategory_StandUnderItsTitle()
    {
        // Arrange
        var agency = await site.AddAgencyAsync("grouped");
        await site.PublishAsync(DisclosureSite.NewItem("本机关职能", "a20_02_functions"), agency);
        using var reader = site.Browse(agency);

        // Act
        var page = await reader.ReadAsync("");

        // Assert
        var block = Assert.Single(page.QuerySelectorAll(".is-sections .card"));
        Assert.Equal("/grouped/catalogue/a20_02_organisation", block.QuerySelector(".section-head a")!.GetAttribute("href"));
        Assert.Equal("本机关职能", block.QuerySelector(".entry-list a")!.TextContent);
    }

    [Fact]
    public async Task InternalItem_IsNotShownToTheReader()
    {
        // Arrange
        var agency = await site.AddAgencyAsync("discreet");
        var item = DisclosureSite.NewItem("内部规定", "rules_own");
        item.Alter<AudiencePart>(part => part.Audience = Audience.Staff);
        await site.PublishAsync(item, agency);
        using var reader = site.Browse(agency);

        // Act
        var page = await reader.ReadAsync("");

        // Assert
        Assert.DoesNotContain("内部规定", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Item_OfTheTwin_IsNotShown()
    {
        // Arrange
        var agency = await site.AddAgencyAsync("alone");
        await site.PublishAsync(DisclosureSite.NewItem("邻居的规定", "rules_own"), site.Twin);
        using var reader = site.Browse(agency);

        // Act
        var page = await reader.ReadAsync("");

        // Assert
        Assert.DoesNotContain("邻居的规定", page.Body!.TextContent, StringComparison.Ordinal);
    }

    public sealed class OnSqlite(SqliteSite site) : HomePageTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : HomePageTests(site), IClassFixture<PostgreSqlSite>;
}
