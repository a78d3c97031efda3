using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Disclosure.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Disclosure.Tests.Dashboard;

/// <summary>What the first page of the administration and the list of items have of the catalogue.</summary>
public abstract class DashboardTests(DisclosureSite site)
{
    [Fact]
    public async Task Draft_FormedLongAgo_IsUrgent()
    {
        // Arrange
        await DraftAsync("早已形成的信息", new DateOnly(2026, 1, 5));
        using var keeper = await site.SignInAsync();

        // Act
        var card = Card(await keeper.ReadAsync("admin"), "临近公开时限");

        // Assert
        Assert.NotNull(card.QuerySelector(".badge.is-bad"));
        Assert.Contains("早已形成的信息", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("已超期", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EmptyEntries_AreCountedAndLeadToTheirPages()
    {
        // Arrange
        using var keeper = await site.SignInAsync();

        // Act
        var card = Card(await keeper.ReadAsync("admin"), "空目录");

        // Assert
        Assert.True(int.Parse(card.QuerySelector(".badge")!.TextContent, System.Globalization.CultureInfo.InvariantCulture) > 0);
        Assert.NotEmpty(card.QuerySelectorAll("a[href^='/finance/admin/catalogue/']"));
    }

    [Fact]
    public async Task List_ShowsEntryAndNumber()
    {
        // Arrange
        await site.PublishAsync(DisclosureSite.NewItem("带文号的信息", "rules_own", part => part.DocumentNumber = "澄财〔2026〕88号"));
        using var keeper = await site.SignInAsync();

        // Act
        var page = await keeper.ReadAsync("admin/contents?q=带文号");

        // Assert
        Assert.Contains("澄财〔2026〕88号", page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("文号或索引号", page.QuerySelector("thead")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Catalogue_WithThePageOfAnEntry_CountsTheEntryAsFilled()
    {
        // Arrange
        var guide = ContentItem.New("Page");
        guide.Alter<TitlePart>(part => part.Title = "指南");
        guide.Alter<AutoroutePart>(part => part.Path = "guide");
        using var keeper = await site.SignInAsync();
        var before = await EmptyAsync(keeper);

        // Act
        await site.PublishAsync(guide);

        // Assert
        Assert.Equal(before - 1, await EmptyAsync(keeper));
    }

    private static async Task<int> EmptyAsync(Browser keeper) => int.Parse(
        Card(await keeper.ReadAsync("admin"), "空目录").QuerySelector(".badge")!.TextContent, System.Globalization.CultureInfo.InvariantCulture); // the card always counts

    private async Task DraftAsync(string title, DateOnly formedOn)
    {
        await using var scope = site.Host.Scope(site.Finance);
        var saved = await scope.ServiceProvider.GetRequiredService<ContentManager>()
            .SaveDraftAsync(DisclosureSite.NewItem(title, "rules_own", part => part.FormedOn = formedOn), 0, null, CancellationToken.None);
        Assert.False(saved.IsRefused);
    }

    private static IElement Card(IDocument page, string title) =>
        page.QuerySelectorAll("main .card").Single(card => card.QuerySelector("h2")!.TextContent.Contains(title, StringComparison.Ordinal));
}

public sealed class DashboardOnSqliteTests(SqliteSite site) : DashboardTests(site), IClassFixture<SqliteSite>;

public sealed class DashboardOnPostgreSqlTests(PostgreSqlSite site) : DashboardTests(site), IClassFixture<PostgreSqlSite>;
