using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Contents.Tests.Fixtures;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Testing.Browsing;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Contents.Tests.ListItems;

/// <summary>The title of what is for one group of the staff stands on no page that colleagues outside it can reach, draft or published.</summary>
public abstract class GroupTitleTests(ContentsSite site)
{
    private const int MostPages = 150;

    private static readonly string[] States = ["draft", "scheduled", "published", "narrowed", "widened", "withdrawn", "passed", "approved"];

    [Theory]
    [InlineData("chief")]
    [InlineData("editor")]
    [InlineData("reviewer")]
    [InlineData("administrator")]
    [InlineData("porter")]
    public async Task Title_OfAGroupItem_IsOnNoPageOfAColleagueOutsideTheGroup(string person)
    {
        // Arrange
        var items = new List<(string Id, string Title)>();
        foreach (var state in States)
        {
            items.Add(await AddAsync(state));
        }
        using var outside = await site.SignInAsync(person);

        // Act
        var pages = await VisitAllAsync(outside, items.Select(item => item.Id));

        // Assert
        Assert.NotEmpty(pages);
        Assert.Empty(pages.Where(page => items.Exists(item => page.Text.Contains(item.Title, StringComparison.Ordinal))).Select(page => page.Address));
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("scheduled")]
    [InlineData("published")]
    [InlineData("narrowed")]
    [InlineData("widened")]
    [InlineData("withdrawn")]
    public async Task Title_OfAGroupItem_IsInTheListOfTheGroup(string state)
    {
        // Arrange
        var (_, title) = await AddAsync(state);
        using var member = await site.SignInAsync("boardmember");

        // Act
        var list = await member.ReadAsync("admin/contents?q=" + Uri.EscapeDataString(title));

        // Assert
        Assert.Contains(title, list.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Title_OfAGroupItem_IsFoundByNobodyOutsideTheGroup()
    {
        // Arrange
        var (_, title) = await AddAsync("draft");
        using var outside = await site.SignInAsync("chief");

        // Act
        var list = await outside.ReadAsync("admin/contents?q=" + Uri.EscapeDataString(title));

        // Assert
        Assert.Null(list.QuerySelector("tbody"));
    }

    [Fact]
    public async Task Title_OfADiscardedGroupDraft_GivesTheListBackThePublicItem()
    {
        // Arrange
        var (id, _) = await AddAsync("narrowed");
        using var member = await site.SignInAsync("boardmember");
        await member.SubmitAsync(await member.ReadAsync($"admin/contents/{id}"), "/discard");
        using var outside = await site.SignInAsync("chief");

        // Act
        var list = await outside.ReadAsync("admin/contents");

        // Assert
        Assert.Contains(id, list.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    private async Task<(string Id, string Title)> AddAsync(string state)
    {
        var title = "Board matter " + Guid.NewGuid().ToString("N");
        var item = ContentsSite.NewPage(state is "narrowed" ? "Open matter" : title, "matter-" + Guid.NewGuid().ToString("N"));
        if (state is not "narrowed")
        {
            AudiencePart.Put(item, Audience.Group, "board");
        }
        var row = state is "draft" or "scheduled" or "passed" or "approved" ? await site.DraftAsync(item) : await site.PublishAsync(item);
        switch (state)
        {
            case "scheduled":
                await InAsync((ContentSchedule schedule) => schedule.ScheduleAsync(row.ContentItemId, row.Stamp, site.Clock.GetUtcNow().AddDays(400), null, CancellationToken.None));
                break;
            case "narrowed":
                item.Alter<TitlePart>(part => part.Title = title);
                AudiencePart.Put(item, Audience.Group, "board");
                await site.DraftAsync(item, row.Stamp);
                break;
            case "widened":
                AudiencePart.Put(item, Audience.Public, null);
                await site.DraftAsync(item, row.Stamp);
                break;
            case "passed":
            case "approved":
                row = state is "passed" ? row
                    : await InAsync((ContentSchedule schedule) => schedule.ScheduleAsync(row.ContentItemId, row.Stamp, site.Clock.GetUtcNow().AddDays(400), null, CancellationToken.None));
                item.Alter<TitlePart>(part => part.Title = "Open matter");
                AudiencePart.Put(item, Audience.Public, null);
                await site.DraftAsync(item, row.Stamp);
                break;
            case "withdrawn":
                await InAsync((ContentManager manager) => manager.WithdrawAsync(row.ContentItemId, row.Stamp, "Out of date.", CancellationToken.None));
                break;
        }
        return (item.ContentItemId, title);
    }

    private Task<ContentItemRow> InAsync<T>(Func<T, Task<Outcome<ContentItemRow>>> change)
        where T : class =>
        site.InAsync(site.Finance, async services => (await change(services.GetRequiredService<T>())).Value);

    /// <summary>Every page that is reached by links from the first page of the administration, and those whose addresses somebody might know.</summary>
    private static async Task<List<(string Address, string Text)>> VisitAllAsync(Browser browser, IEnumerable<string> ids)
    {
        var waiting = new Queue<string>(
            ["admin", "", "sitemap", "admin/contents?state=Draft", "admin/contents?state=Scheduled", "admin/contents?state=Withdrawn", .. ids.SelectMany(id => new[] { $"admin/contents/{id}", $"admin/contents/{id}/versions" })]);
        var seen = new HashSet<string>(waiting, StringComparer.Ordinal);
        var pages = new List<(string, string)>();
        while (waiting.TryDequeue(out var address) && pages.Count < MostPages)
        {
            using var answer = await browser.GetAsync(address);
            if (!answer.IsSuccessStatusCode || answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }
            var page = await Browser.ParseAsync(answer);
            pages.Add((address, page.DocumentElement.OuterHtml));
            foreach (var link in page.QuerySelectorAll("a[href^='/finance/']").Select(link => link.GetAttribute("href")!["/finance/".Length..].Split('#')[0]).Where(seen.Add)) // asked for by the selector
            {
                waiting.Enqueue(link);
            }
        }
        return pages;
    }

    public sealed class OnSqlite(SqliteSite site) : GroupTitleTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : GroupTitleTests(site), IClassFixture<PostgreSqlSite>;
}
