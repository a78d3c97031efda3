using System.Net;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Disclosure.Contracts;
using AgencyCMS.Disclosure.Tests.Fixtures;

namespace AgencyCMS.Disclosure.Tests.DisclosureItem;

public abstract class DisclosureItemTests(DisclosureSite site)
{
    [Theory]
    [InlineData("索引号", "示例-2026-007")]
    [InlineData("文号", "澄财〔2026〕7号")]
    [InlineData("成文日期", "2026-01-05")]
    [InlineData("内容概述", "一句话概述")]
    [InlineData("信息名称", "关于元数据的通知")]
    public async Task Page_ShowsTheMetadata(string label, string value)
    {
        // Arrange
        var number = "示例-2026-007";
        var item = DisclosureSite.NewItem("关于元数据的通知", "a20_01_other_documents", part =>
            (part.IndexNumber, part.DocumentNumber, part.Summary) = (number, "澄财〔2026〕7号", "一句话概述"));
        await site.TryPublishAsync(item); // refused from the second case on, since the number has its item
        using var reader = site.Browse();

        // Act
        var page = await reader.ReadAsync("info/示例-2026-007");

        // Assert
        var lines = page.QuerySelectorAll(".metadata > div").ToDictionary(line => line.QuerySelector("dt")!.TextContent, line => line.QuerySelector("dd")!.TextContent);
        Assert.Equal(value, lines[label]);
    }

    [Fact]
    public async Task Title_StandsBeforeTheMetadata()
    {
        // Arrange
        var item = await site.PublishAsync(DisclosureSite.NewItem("标题在前", "a20_01_other_documents", part => part.IndexNumber = "ORDER-1"));
        using var reader = site.Browse();

        // Act
        var article = (await reader.ReadAsync(ContentRoutes.PathOf(item)!)).QuerySelector("article.document")!;

        // Assert
        Assert.Equal(["h1", "dl"], article.QuerySelectorAll("h1, dl.metadata").Select(element => element.LocalName));
        Assert.NotNull(article.QuerySelector("details:not([open]) > dl.metadata"));
    }

    [Fact]
    public async Task Page_LeadsToWhatStandsAroundItUnderItsEntry()
    {
        // Arrange
        var older = await PublishAtAsync("较早", "a20_15_news", 1);
        var middle = await PublishAtAsync("居中", "a20_15_news", 2);
        var newer = await PublishAtAsync("较新", "a20_15_news", 3);
        await PublishAtAsync("别的栏目", "a20_15_notices", 2);
        using var reader = site.Browse();

        // Act
        var page = await reader.ReadAsync(ContentRoutes.PathOf(middle)!);

        // Assert
        Assert.Equal("/finance/" + ContentRoutes.PathOf(newer), page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("/finance/" + ContentRoutes.PathOf(older), page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Neighbours_PublishedInTheSameMoment_AreEachOthers()
    {
        // Arrange
        var first = await PublishAtAsync("同时甲", "a20_03_special", 5);
        var second = await PublishAtAsync("同时乙", "a20_03_special", 5);
        using var reader = site.Browse();

        // Act
        var pages = new[] { await reader.ReadAsync(ContentRoutes.PathOf(first)!), await reader.ReadAsync(ContentRoutes.PathOf(second)!) };

        // Assert
        Assert.Equal(1, pages.Count(page => page.QuerySelector("a[rel=prev]") is not null));
        Assert.Equal(1, pages.Count(page => page.QuerySelector("a[rel=next]") is not null));
    }

    [Fact]
    public async Task Neighbour_ForStaffOnly_IsNotShownToReaders()
    {
        // Arrange
        var item = await PublishAtAsync("公开的", "a20_12_plans", 1);
        var hidden = DisclosureSite.NewItem("内部的", "a20_12_plans");
        hidden.Alter<AudiencePart>(part => part.Audience = Audience.Staff);
        await site.PublishAsync(hidden);
        using var reader = site.Browse();

        // Act
        var page = await reader.ReadAsync(ContentRoutes.PathOf(item)!);

        // Assert
        Assert.DoesNotContain("内部的", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OffersOthersOfItsEntry()
    {
        // Arrange
        for (var day = 1; day <= 4; day++)
        {
            await PublishAtAsync($"其他 {day}", "a20_11_health", day);
        }
        var newest = await PublishAtAsync("最新", "a20_11_health", 9);
        using var reader = site.Browse();

        // Act
        var others = (await reader.ReadAsync(ContentRoutes.PathOf(newest)!)).QuerySelectorAll(".entry-list a").Select(link => link.TextContent);

        // Assert
        Assert.Equal(["其他 3", "其他 2", "其他 1"], others); // the fourth is the next one
    }

    [Fact]
    public async Task Address_IsMadeFromTheIndexNumber()
    {
        // Act
        var item = await site.PublishAsync(DisclosureSite.NewItem("有编号的信息", "a20_01_other_documents", part => part.IndexNumber = "11520A/2026-00042"));

        // Assert
        Assert.Equal("info/11520a-2026-00042", ContentRoutes.PathOf(item));
    }

    [Fact]
    public async Task Page_AtTheTwin_IsNotFound()
    {
        // Arrange
        var item = await site.PublishAsync(DisclosureSite.NewItem("只属于财政局", "a20_01_other_documents", part => part.IndexNumber = "OWN-1"));
        using var twin = site.Browse(site.Twin);

        // Act
        var status = await twin.StatusAsync(ContentRoutes.PathOf(item)!);

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Fact]
    public async Task IndexNumber_GivenByThePlatform_BelongsToNobodyElse()
    {
        // Act
        var first = await site.PublishAsync(DisclosureSite.NewItem("第一条", "a20_01_other_documents"));
        var second = await site.PublishAsync(DisclosureSite.NewItem("第二条", "a20_01_other_documents"));

        // Assert
        Assert.NotEqual(NumberOf(first), NumberOf(second));
    }

    [Fact]
    public async Task IndexNumber_OfAnotherItem_IsRefused()
    {
        // Arrange
        await site.PublishAsync(DisclosureSite.NewItem("先到", "a20_01_other_documents", part => part.IndexNumber = "TAKEN-1"));

        // Act
        var outcome = await site.TryPublishAsync(DisclosureSite.NewItem("后到", "a20_01_other_documents", part => part.IndexNumber = "TAKEN-1"));

        // Assert
        Assert.Equal("disclosure.index-number-taken", Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public async Task IndexNumber_OfAWithdrawnItem_IsNeverGivenAgain()
    {
        // Arrange
        var gone = await site.PublishAsync(DisclosureSite.NewItem("将撤下", "a20_01_other_documents"));
        await site.WithdrawAsync(gone);

        // Act
        var outcome = await site.TryPublishAsync(DisclosureSite.NewItem("冒用", "a20_01_other_documents", part => part.IndexNumber = NumberOf(gone)));
        var next = await site.PublishAsync(DisclosureSite.NewItem("下一条", "a20_01_other_documents"));

        // Assert
        Assert.True(outcome.IsRefused);
        Assert.NotEqual(NumberOf(gone), NumberOf(next));
    }

    [Fact]
    public async Task IndexNumber_OfTheTwin_MayBeTheSame()
    {
        // Arrange
        await site.PublishAsync(DisclosureSite.NewItem("甲", "a20_01_other_documents", part => part.IndexNumber = "SHARED-1"));

        // Act
        var outcome = await site.TryPublishAsync(DisclosureSite.NewItem("乙", "a20_01_other_documents", part => part.IndexNumber = "SHARED-1"), site.Twin);

        // Assert
        Assert.False(outcome.IsRefused);
    }

    [Fact]
    public async Task IndexNumber_UnderConcurrentPublishing_IsGivenOnce()
    {
        // Act
        var items = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => Task.Run(() => site.PublishAsync(DisclosureSite.NewItem($"同时 {number}", "a20_01_other_documents")))));

        // Assert
        Assert.Equal(items.Length, items.Select(NumberOf).Distinct().Count());
    }

    private Task<ContentItem> PublishAtAsync(string title, string entry, int day)
    {
        var item = DisclosureSite.NewItem(title, entry);
        item.PublishedUtc = new DateTimeOffset(2026, 3, day, 1, 0, 0, TimeSpan.Zero);
        return site.PublishAsync(item);
    }

    private static string NumberOf(ContentItem item) => item.Part<DisclosurePart>()!.IndexNumber!; // it is published

    public sealed class OnSqlite(SqliteSite site) : DisclosureItemTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : DisclosureItemTests(site), IClassFixture<PostgreSqlSite>;
}
