using System.Net;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Contents.Tests.Fixtures;
using AgencyCMS.Modularity.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Contents.Tests.Scheduling;

/// <summary>Who schedules an item approves the version that is there; what others do to the item afterwards is not published with it.</summary>
public abstract class ApprovedVersionTests(ContentsSite site)
{
    [Fact]
    public async Task ScheduledItem_SavedByAnEditorAfterwards_PublishesWhatWasApproved()
    {
        // Arrange
        var (id, at) = await ApproveAsync("approved-then-saved");
        using var editor = await site.SignInAsync("editor");
        await editor.SubmitAsync($"admin/contents/{id}", ("HtmlBodyPart.Html", "<p>Smuggled in</p>"));

        // Act
        await RunAtAsync(id, at);

        // Assert
        Assert.Contains("Approved text", await PublicTextAsync(id), StringComparison.Ordinal);
        Assert.Contains("Smuggled in", (await site.LatestAsync(id)).Part<HtmlBodyPart>()!.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ScheduledItem_RestoredByAnEditorAfterwards_PublishesWhatWasApproved()
    {
        // Arrange
        var item = ContentsSite.NewPage("Restored later", "restored-later", "<p>First words</p>");
        await site.DraftAsync(item);
        var first = (await site.VersionsAsync(item.ContentItemId))[0].ContentItemVersionId;
        await site.DraftAsync(Changed(item, "<p>Approved text</p>"), stamp: 1);
        var at = await ScheduleAsync(item.ContentItemId);
        using var editor = await site.SignInAsync("editor");
        var history = await editor.ReadAsync($"admin/contents/{item.ContentItemId}/versions");
        Assert.Equal(HttpStatusCode.Redirect, (await editor.SubmitAsync(history, "/restore")).StatusCode);
        Assert.NotEqual(first, (await site.RowAsync(item.ContentItemId)).LatestVersionId);

        // Act
        await RunAtAsync(item.ContentItemId, at);

        // Assert
        Assert.Contains("Approved text", await PublicTextAsync(item.ContentItemId), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ScheduledPublication_LeavesTheNewerDraftTheNewest()
    {
        // Arrange
        var (id, at) = await ApproveAsync("newer-stays-newest");
        await site.DraftAsync(Changed(await site.LatestAsync(id), "<p>Work in progress</p>"), (await site.RowAsync(id)).Stamp);

        // Act
        await RunAtAsync(id, at);

        // Assert
        var row = await site.RowAsync(id);
        Assert.NotNull(row.PublishedVersionId);
        Assert.NotEqual(row.PublishedVersionId, row.LatestVersionId);
    }

    [Fact]
    public async Task Editor_OfAScheduledItemSavedAfterwards_ShowsWhichVersionIsScheduled()
    {
        // Arrange
        var (id, _) = await ApproveAsync("which-one");
        using var editor = await site.SignInAsync("editor");
        await editor.SubmitAsync($"admin/contents/{id}", ("HtmlBodyPart.Html", "<p>Later words</p>"));

        // Act
        var page = await editor.ReadAsync($"admin/contents/{id}");

        // Assert
        Assert.Contains("第 1 版，由 chief 批准", page.QuerySelector("[data-scheduled]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_OfAScheduledItem_MarkTheScheduledOne()
    {
        // Arrange
        var (id, _) = await ApproveAsync("marked-in-history");
        await site.DraftAsync(Changed(await site.LatestAsync(id), "<p>Later words</p>"), (await site.RowAsync(id)).Stamp);
        using var editor = await site.SignInAsync("editor");

        // Act
        var page = await editor.ReadAsync($"admin/contents/{id}/versions");

        // Assert
        var line = page.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("[data-scheduled]") is not null);
        Assert.StartsWith("1", line.QuerySelector("th")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schedule_SavedAgainWithAnotherWithdrawal_StillPublishesWhatWasApproved()
    {
        // Arrange
        var (id, at) = await ApproveAsync("only-the-withdrawal");
        await site.DraftAsync(Changed(await site.LatestAsync(id), "<p>Later words</p>"), (await site.RowAsync(id)).Stamp);
        using var chief = await site.SignInAsync("chief");
        var answer = await chief.SubmitAsync(await chief.ReadAsync($"admin/contents/{id}"), "/schedule", ("WithdrawAt", "2060-05-01T09:00"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);

        // Act
        await RunAtAsync(id, at);

        // Assert
        Assert.Contains("Approved text", await PublicTextAsync(id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schedule_MovedToTheNewestVersion_PublishesThat()
    {
        // Arrange
        var (id, at) = await ApproveAsync("approved-anew");
        await site.DraftAsync(Changed(await site.LatestAsync(id), "<p>Better words</p>"), (await site.RowAsync(id)).Stamp);
        var newest = (await site.RowAsync(id)).LatestVersionId;
        using var chief = await site.SignInAsync("chief");
        await chief.SubmitAsync(await chief.ReadAsync($"admin/contents/{id}"), "/schedule", ("VersionId", newest));

        // Act
        await RunAtAsync(id, at);

        // Assert
        Assert.Contains("Better words", await PublicTextAsync(id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DiscardedDraft_OverAnApprovedVersion_LeavesTheApprovedOne()
    {
        // Arrange
        var (id, at) = await ApproveAsync("discarded-over", isPublic: true);
        await site.DraftAsync(Changed(await site.LatestAsync(id), "<p>Thrown away</p>"), (await site.RowAsync(id)).Stamp);
        using var editor = await site.SignInAsync("editor");
        await editor.SubmitAsync(await editor.ReadAsync($"admin/contents/{id}"), "/discard");

        // Act
        await RunAtAsync(id, at);

        // Assert
        Assert.Contains("Approved text", await PublicTextAsync(id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApprovedDraft_DiscardedByAnEditor_IsRefused()
    {
        // Arrange
        var (id, _) = await ApproveAsync("not-to-discard", isPublic: true);

        // Act
        var stamp = (await site.RowAsync(id)).Stamp;
        var outcome = await site.InAsync(site.Finance, services => services.GetRequiredService<ContentManager>().DiscardDraftAsync(id, stamp, CancellationToken.None));

        // Assert
        Assert.Equal("content.draft-scheduled", Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public async Task WithdrawnItem_WithAnApprovedVersion_DoesNotComeBackByItself()
    {
        // Arrange
        var (id, at) = await ApproveAsync("withdrawn-for-good", isPublic: true);
        using var chief = await site.SignInAsync("chief");
        await chief.SubmitAsync(await chief.ReadAsync($"admin/contents/{id}"), "/withdraw", ("Reason", "Wrong figures"));

        // Act
        await RunAtAsync(id, at);

        // Assert
        Assert.Null((await site.RowAsync(id)).PublishedVersionId);
    }

    private static ContentItem Changed(ContentItem item, string html) => item.Clone().Alter<HtmlBodyPart>(part => part.Html = html);

    private async Task<(string Id, DateTimeOffset At)> ApproveAsync(string path, bool isPublic = false)
    {
        var item = ContentsSite.NewPage(path, path, "<p>Approved text</p>");
        if (isPublic)
        {
            await site.PublishAsync(Changed(item, "<p>Public before</p>"));
            await site.DraftAsync(Changed(await site.LatestAsync(item.ContentItemId), "<p>Approved text</p>"), (await site.RowAsync(item.ContentItemId)).Stamp);
        }
        else
        {
            await site.DraftAsync(item);
        }
        return (item.ContentItemId, await ScheduleAsync(item.ContentItemId));
    }

    private async Task<DateTimeOffset> ScheduleAsync(string id)
    {
        using var chief = await site.SignInAsync("chief");
        var later = site.Finance.ToInput(site.Clock.GetUtcNow().AddHours(1));
        var answer = await chief.SubmitAsync(await chief.ReadAsync($"admin/contents/{id}"), "/schedule", ("PublishAt", later));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return (await site.RowAsync(id)).PublishAt!.Value; // scheduled just now
    }

    // What the runner does at the moment; when it does it, other tests see to. The clock belongs to them.
    private async Task RunAtAsync(string id, DateTimeOffset at)
    {
        if (site.Clock.GetUtcNow() < at)
        {
            site.Clock.SetUtcNow(at);
        }
        await site.InAsync(site.Finance, services => services.GetRequiredService<ContentSchedule>().RunAsync(id, CancellationToken.None));
    }

    private async Task<string> PublicTextAsync(string id) => await site.InAsync(site.Finance, async services =>
        (await services.GetRequiredService<ContentReader>().FindPublishedAsync(id, Modularity.Permissions.Actor.Anonymous, CancellationToken.None))?.Part<HtmlBodyPart>()?.Html ?? "");
}

public sealed class ApprovedVersionOnSqliteTests(SqliteSite site) : ApprovedVersionTests(site), IClassFixture<SqliteSite>;

public sealed class ApprovedVersionOnPostgreSqlTests(PostgreSqlSite site) : ApprovedVersionTests(site), IClassFixture<PostgreSqlSite>;
