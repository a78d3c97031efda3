using AgencyCMS.Contents.Tests.Fixtures;
using AngleSharp.Dom;

namespace AgencyCMS.Contents.Tests.Dashboard;

/// <summary>What the first page of the administration has for those who write and those who sign.</summary>
public abstract class DashboardTests(ContentsSite site)
{
    [Fact]
    public async Task MyDrafts_AreThoseOfThisPersonAlone()
    {
        // Arrange
        using var editor = await site.SignInAsync("editor");
        await editor.SubmitAsync("admin/contents/new/Page", ("TitlePart.Title", "The editor's own draft"), ("AutoroutePart.Path", "own-draft"));
        using var chief = await site.SignInAsync("chief");
        await chief.SubmitAsync("admin/contents/new/Page", ("TitlePart.Title", "The chief's draft"), ("AutoroutePart.Path", "chiefs-draft"));

        // Act
        var card = Card(await editor.ReadAsync("admin"), "我的草稿");

        // Assert
        Assert.Contains("The editor's own draft", card.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("The chief's draft", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_ForAReviewer_LeadsToTheItem()
    {
        // Arrange
        var item = ContentsSite.NewPage("Waits for its signature", "waits-for-its-signature");
        await site.DraftAsync(item);
        using var reviewer = await site.SignInAsync("reviewer");

        // Act
        var card = Card(await reviewer.ReadAsync("admin"), "待发布");

        // Assert
        Assert.NotEqual("0", card.QuerySelector(".badge")!.TextContent);
        Assert.NotEmpty(card.QuerySelectorAll("a[href^='/finance/admin/contents/']"));
    }

    [Fact]
    public async Task Cards_OfTheNeighbour_HaveNoneOfOurs()
    {
        // Arrange
        await site.PublishAsync(ContentsSite.NewPage("Ours on the first page", "ours-on-the-first-page"));
        using var stranger = await site.SignInAsync("stranger", site.Neighbour);

        // Act
        var page = await stranger.ReadAsync("admin");

        // Assert
        Assert.DoesNotContain("Ours on the first page", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cards_ForStaffWithoutThePermission_ShowNoDraft()
    {
        // Arrange
        await site.DraftAsync(ContentsSite.NewPage("Not for clerks", "not-for-clerks"));
        using var clerk = await site.SignInAsync("clerk");

        // Act
        var page = await clerk.ReadAsync("admin");

        // Assert
        Assert.DoesNotContain("Not for clerks", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static IElement Card(IDocument page, string title) =>
        page.QuerySelectorAll("main .card").Single(card => card.QuerySelector("h2")!.TextContent.Contains(title, StringComparison.Ordinal));
}

public sealed class DashboardOnSqliteTests(SqliteSite site) : DashboardTests(site), IClassFixture<SqliteSite>;

public sealed class DashboardOnPostgreSqlTests(PostgreSqlSite site) : DashboardTests(site), IClassFixture<PostgreSqlSite>;
