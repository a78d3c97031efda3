using AgencyCMS.Contents.Tests.Fixtures;

namespace AgencyCMS.Contents.Tests.ListItems;

/// <summary>The list of items in the administration.</summary>
public abstract class ListItemsTests(ContentsSite site)
{
    [Fact]
    public async Task List_FilteredByStateAndText_ShowsWhatFits()
    {
        // Arrange
        await site.PublishAsync(ContentsSite.NewPage("Needle in public", "needle-in-public"));
        await site.DraftAsync(ContentsSite.NewPage("Needle as draft", "needle-as-draft"));
        await site.DraftAsync(ContentsSite.NewPage("Hay", "hay"));
        using var reviewer = await site.SignInAsync("reviewer");

        // Act
        var page = await reviewer.ReadAsync("admin/contents?q=Needle&state=draft");

        // Assert
        Assert.Equal(["Needle as draft"], page.QuerySelectorAll("tbody th a").Select(link => link.TextContent));
    }

    [Fact]
    public async Task List_ByTitleOnItsSecondPage_GoesOnWhereTheFirstEnded()
    {
        // Arrange
        for (var number = 0; number < 23; number++)
        {
            await site.DraftAsync(ContentsSite.NewPage($"Paged {number:00}", $"paged-{number:00}"));
        }
        using var reviewer = await site.SignInAsync("reviewer");

        // Act
        var page = await reviewer.ReadAsync("admin/contents?q=Paged&sort=title&page=2");

        // Assert
        Assert.Equal(["Paged 20", "Paged 21", "Paged 22"], page.QuerySelectorAll("tbody th a").Select(link => link.TextContent));
    }

    [Fact]
    public async Task List_NarrowedToMine_ShowsWhatThisPersonBegan()
    {
        // Arrange
        using var editor = await site.SignInAsync("editor");
        await editor.SubmitAsync("admin/contents/new/Page", ("TitlePart.Title", "Whose: mine"), ("AutoroutePart.Path", "whose-mine"));
        await site.DraftAsync(ContentsSite.NewPage("Whose: the platform's", "whose-not-mine"));

        // Act
        var page = await editor.ReadAsync("admin/contents?q=Whose&mine=true");

        // Assert
        Assert.Equal(["Whose: mine"], page.QuerySelectorAll("tbody th a").Select(link => link.TextContent));
    }

    [Fact]
    public async Task List_ShowsAuthorsByTheirNames()
    {
        // Arrange
        await site.AddPersonAsync("zhang.wei", "张伟", "Editor");
        using var editor = await site.SignInAsync("zhang.wei");
        await editor.SubmitAsync("admin/contents/new/Page", ("TitlePart.Title", "Written by a person"), ("AutoroutePart.Path", "written-by-a-person"));

        // Act
        var page = await editor.ReadAsync("admin/contents?q=Written+by");

        // Assert
        var row = page.QuerySelector("tbody tr")!.TextContent;
        Assert.Contains("张伟", row, StringComparison.Ordinal);
        Assert.DoesNotContain("zhang.wei", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_LeadsToThePublicPageOfWhatIsPublic()
    {
        // Arrange
        await site.PublishAsync(ContentsSite.NewPage("Seen by readers", "seen-by-readers"));
        await site.DraftAsync(ContentsSite.NewPage("Seen by staff", "seen-by-staff"));
        using var reviewer = await site.SignInAsync("reviewer");

        // Act
        var page = await reviewer.ReadAsync("admin/contents?q=Seen+by&sort=title");

        // Assert
        Assert.Equal(["/finance/seen-by-readers"], page.QuerySelectorAll("tbody td a").Select(link => link.GetAttribute("href")!));
    }

    [Fact]
    public async Task List_OfTheNeighbour_HasNoneOfOurs()
    {
        // Arrange
        await site.DraftAsync(ContentsSite.NewPage("Ours in the list", "ours-in-the-list"));
        using var stranger = await site.SignInAsync("stranger", site.Neighbour);

        // Act
        var page = await stranger.ReadAsync("admin/contents");

        // Assert
        Assert.DoesNotContain("Ours in the list", page.Body!.TextContent, StringComparison.Ordinal);
    }
}

public sealed class ListItemsOnSqliteTests(SqliteSite site) : ListItemsTests(site), IClassFixture<SqliteSite>;

public sealed class ListItemsOnPostgreSqlTests(PostgreSqlSite site) : ListItemsTests(site), IClassFixture<PostgreSqlSite>;
