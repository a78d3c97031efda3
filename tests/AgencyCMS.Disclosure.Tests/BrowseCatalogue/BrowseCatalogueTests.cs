using System.Net;
using AgencyCMS.Disclosure.Tests.Fixtures;

namespace AgencyCMS.Disclosure.Tests.BrowseCatalogue;

public abstract class BrowseCatalogueTests(DisclosureSite site)
{
    [Theory]
    [InlineData("catalogue?page=999")]
    [InlineData("catalogue?page=2147483647")]
    [InlineData("catalogue/a20_15_notices?page=999")]
    public async Task Page_BehindTheLast_IsNotFound(string address)
    {
        // Arrange
        using var reader = site.Browse();

        // Act
        var status = await reader.StatusAsync(address);

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Theory]
    [InlineData("catalogue?page=99999999999")]
    [InlineData("catalogue?page=two")]
    public async Task Page_ThatIsNoNumber_IsNotFound(string address)
    {
        using var reader = site.Browse();

        Assert.Equal(HttpStatusCode.NotFound, await reader.StatusAsync(address));
    }

    [Fact]
    public async Task Entry_ThatAPageFills_DoesNotSayThatItIsEmpty()
    {
        using var reader = site.Browse();

        var guide = (await reader.ReadAsync("catalogue")).QuerySelector(".tree a[href='/finance/catalogue/guide']")!;

        Assert.Null(guide.QuerySelector(".count"));
    }

    [Fact]
    public async Task Tree_AfterAdoption_ShowsSectionsAndTheirEntries()
    {
        // Arrange
        using var reader = site.Browse();

        // Act
        var page = await reader.ReadAsync("catalogue");

        // Assert
        var branch = page.QuerySelectorAll(".tree details").First(details => details.QuerySelector("summary")!.TextContent.Contains("政府信息公开制度", StringComparison.Ordinal));
        Assert.NotNull(branch.QuerySelector("a[href='/finance/catalogue/rules_own']"));
    }

    [Fact]
    public async Task Entry_WithAnItem_ListsItWithItsIndexNumber()
    {
        // Arrange
        var item = await site.PublishAsync(DisclosureSite.NewItem("本机关公开制度", "rules_own"));
        using var reader = site.Browse();

        // Act
        var page = await reader.ReadAsync("catalogue/rules_own");

        // Assert
        var line = Assert.Single(page.QuerySelectorAll(".entry-list li"));
        Assert.Equal("本机关公开制度", line.QuerySelector("a")?.TextContent);
        Assert.Contains(IndexNumberOf(item), line.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entry_OfTheTwin_DoesNotShowTheItem()
    {
        // Arrange
        await site.PublishAsync(DisclosureSite.NewItem("上级规定一则", "rules_laws"));
        using var reader = site.Browse(site.Twin);

        // Act
        var page = await reader.ReadAsync("catalogue/rules_laws");

        // Assert
        Assert.DoesNotContain("上级规定一则", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overview_OfTheTwin_CountsNothing()
    {
        // Arrange
        await site.PublishAsync(DisclosureSite.NewItem("文件清理结果", "a20_01_cleanup"));
        using var reader = site.Browse(site.Twin);

        // Act
        var page = await reader.ReadAsync("catalogue");

        // Assert
        Assert.All(page.QuerySelectorAll(".tree .count"), count => Assert.Equal("0", count.TextContent.Trim()));
    }

    [Fact]
    public async Task Section_ShowsTheItemsOfAllItsEntries()
    {
        // Arrange
        await site.PublishAsync(DisclosureSite.NewItem("机构职能", "a20_02_functions"));
        using var reader = site.Browse();

        // Act
        var page = await reader.ReadAsync("catalogue/a20_02_organisation");

        // Assert
        Assert.Contains(page.QuerySelectorAll(".entry-list a"), link => link.TextContent == "机构职能");
    }

    [Fact]
    public async Task List_LongerThanAPage_GoesOnAtTheNextAddress()
    {
        // Arrange
        for (var number = 1; number <= 21; number++)
        {
            await site.PublishAsync(DisclosureSite.NewItem($"解读 {number}", "a20_01_interpretation"));
        }
        using var reader = site.Browse();
        var first = await reader.ReadAsync("catalogue/a20_01_interpretation");

        // Act
        var next = first.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!; // there are two pages
        var second = await reader.ReadAsync(next);

        // Assert
        Assert.EndsWith("?page=2", next, StringComparison.Ordinal);
        Assert.Equal((20, 1), (first.QuerySelectorAll(".entry-list li").Length, second.QuerySelectorAll(".entry-list li").Length));
        Assert.Equal("解读 1", second.QuerySelector(".entry-list a")?.TextContent);
    }

    [Fact]
    public async Task Entry_ThatTheCatalogueDoesNotHave_IsNotFound()
    {
        // Arrange
        using var reader = site.Browse();

        // Act
        var status = await reader.StatusAsync("catalogue/no_such_entry");

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    private static string IndexNumberOf(ContentManagement.Items.ContentItem item) => item.Part<Contracts.DisclosurePart>()!.IndexNumber!; // it is published

    public sealed class OnSqlite(SqliteSite site) : BrowseCatalogueTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : BrowseCatalogueTests(site), IClassFixture<PostgreSqlSite>;
}
