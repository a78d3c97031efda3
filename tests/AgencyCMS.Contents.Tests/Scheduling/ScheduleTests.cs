using System.Net;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Contents.Scheduling;
using AgencyCMS.Contents.Tests.Fixtures;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Testing;
using AgencyCMS.Testing.Browsing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Contents.Tests.Scheduling;

/// <summary>
/// Publications and withdrawals at a moment to come. The clock stands until a test moves it, and a test moves it to the moment and no further: what comes later than
/// announced does not come at all.
/// </summary>
public abstract class ScheduleTests(ContentsSite site)
{
    [Fact]
    public async Task ScheduledItem_OneMillisecondBefore_IsNotPublic()
    {
        // Arrange
        var at = site.Clock.GetUtcNow().AddHours(1);
        var id = await ScheduleAsync("not-yet", at, null);

        // Act
        site.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(1));
        await site.InAsync(site.Finance, services => services.GetRequiredService<ContentSchedule>().RunAsync(id, CancellationToken.None));

        // Assert
        Assert.Null((await site.RowAsync(id)).PublishedVersionId);
    }

    [Fact]
    public async Task ScheduledItem_AtItsMoment_IsPublishedWithThatMoment()
    {
        // Arrange
        var at = Soon();
        var id = await ScheduleAsync("at-its-moment", at, null);

        // Act
        await MoveToAsync(at);

        // Assert
        await Eventually.IsTrueAsync(async () => (await site.RowAsync(id)).PublishedVersionId is not null, "the item is public");
        Assert.Equal((at, at), ((await site.RowAsync(id)).PublishedAt, site.Clock.GetUtcNow()));
        using var reader = site.Browse();
        Assert.Equal(HttpStatusCode.OK, await reader.StatusAsync("at-its-moment"));
    }

    [Fact]
    public async Task ScheduledWithdrawal_AfterTheScheduledPublication_HappensToo()
    {
        // Arrange
        var publishAt = Soon();
        var withdrawAt = publishAt + Nap;
        var id = await ScheduleAsync("for-a-while", publishAt, withdrawAt);
        await MoveToAsync(publishAt);
        await Eventually.IsTrueAsync(async () => (await site.RowAsync(id)).PublishedVersionId is not null, "the item is public");

        // Act
        await MoveToAsync(withdrawAt);

        // Assert
        await Eventually.IsTrueAsync(async () => (await site.RowAsync(id)).WithdrawnAt is not null, "the item is withdrawn");
        Assert.Equal((withdrawAt, withdrawAt), ((await site.RowAsync(id)).WithdrawnAt, site.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task ScheduledItem_ThatComesLate_IsDatedWhenItCame()
    {
        // Arrange
        var at = Soon();
        var id = await ScheduleAsync("comes-late", at, null);

        // Act
        site.Clock.Advance(Nap + TimeSpan.FromHours(3));

        // Assert
        await Eventually.IsTrueAsync(async () => (await site.RowAsync(id)).PublishedVersionId is not null, "the item is public");
        Assert.Equal(at.AddHours(3), (await site.RowAsync(id)).PublishedAt);
    }

    [Fact]
    public async Task ScheduledItem_WhoseTimeIsOverWhenItComes_IsWithdrawnAtOnce()
    {
        // Arrange
        var at = Soon();
        var id = await ScheduleAsync("too-late-to-come", at, at.AddHours(1));

        // Act
        site.Clock.Advance(Nap + TimeSpan.FromHours(3));

        // Assert
        await Eventually.IsTrueAsync(async () => (await site.RowAsync(id)).WithdrawnAt is not null, "the item is withdrawn");
        var row = await site.RowAsync(id);
        Assert.Null(row.PublishedVersionId);
        Assert.Equal(at.AddHours(3), row.WithdrawnAt);
    }

    [Fact]
    public async Task ScheduledWithdrawal_WhenItHasHappened_IsScheduledNoMore()
    {
        // Arrange
        var item = ContentsSite.NewPage("Goes in time", "goes-in-time");
        await site.PublishAsync(item);
        var at = Soon();
        await WithdrawAtAsync(item.ContentItemId, at);

        // Act
        await MoveToAsync(at);

        // Assert
        await Eventually.IsTrueAsync(async () => (await site.RowAsync(item.ContentItemId)).WithdrawnAt is not null, "the item is withdrawn");
        await site.Host.ConsumersAreIdleAsync();
        Assert.Empty(await MomentsAsync(item.ContentItemId));
    }

    [Fact]
    public async Task ScheduledItem_WithdrawnByHandBefore_IsScheduledNoMore()
    {
        // Arrange
        var item = ContentsSite.NewPage("Goes early", "goes-early");
        await site.PublishAsync(item);
        await WithdrawAtAsync(item.ContentItemId, site.Clock.GetUtcNow().AddDays(2));

        // Act
        await site.InAsync(site.Finance, async services => await services.GetRequiredService<ContentManager>()
            .WithdrawAsync(item.ContentItemId, (await site.RowAsync(item.ContentItemId)).Stamp, "Wrong.", CancellationToken.None));

        // Assert
        await site.Host.ConsumersAreIdleAsync();
        Assert.Empty(await MomentsAsync(item.ContentItemId));
    }

    [Fact]
    public async Task ScheduledWithdrawal_WhenTheNextVersionIsRefused_HappensAllTheSame()
    {
        // Arrange
        var item = ContentsSite.NewPage("First", "first-address");
        await site.PublishAsync(item);
        await site.DraftAsync(item.Alter<ContentManagement.Items.Parts.AutoroutePart>(part => part.Path = "wanted-by-two"), stamp: (await site.RowAsync(item.ContentItemId)).Stamp);
        var (publishAt, withdrawAt) = (Soon(), Soon() + Nap);
        await site.InAsync(site.Finance, async services => await services.GetRequiredService<ContentSchedule>()
            .ScheduleAsync(item.ContentItemId, (await site.RowAsync(item.ContentItemId)).Stamp, publishAt, withdrawAt, CancellationToken.None));
        await site.PublishAsync(ContentsSite.NewPage("Faster", "wanted-by-two"));
        await MoveToAsync(publishAt);

        // Act
        await MoveToAsync(withdrawAt);

        // Assert
        await Eventually.IsTrueAsync(async () => (await site.RowAsync(item.ContentItemId)).PublishedVersionId is null, "the item is withdrawn");
        Assert.Equal(withdrawAt, (await site.RowAsync(item.ContentItemId)).WithdrawnAt);
    }

    [Fact]
    public async Task ScheduledWithdrawal_OrderedAfterThePublicationWasRefusedForLong_ComesInTime()
    {
        // Arrange
        var item = ContentsSite.NewPage("First", "refused-for-long");
        await site.PublishAsync(item);
        await site.DraftAsync(item.Alter<ContentManagement.Items.Parts.AutoroutePart>(part => part.Path = "long-wanted-by-two"), stamp: (await site.RowAsync(item.ContentItemId)).Stamp);
        var publishAt = Soon();
        await site.InAsync(site.Finance, async services => await services.GetRequiredService<ContentSchedule>()
            .ScheduleAsync(item.ContentItemId, (await site.RowAsync(item.ContentItemId)).Stamp, publishAt, null, CancellationToken.None));
        await site.PublishAsync(ContentsSite.NewPage("Faster", "long-wanted-by-two"));
        await MoveToAsync(publishAt);
        await Eventually.IsTrueAsync(async () => (await MomentsAsync(item.ContentItemId)).Exists(row => row.LastError is not null), "the publication was refused");
        await using (var db = site.Host.Services.GetRequiredService<StoreSessions>().OpenCounty())
        {
            var later = site.Clock.GetUtcNow().AddHours(1);
            await db.Set<ScheduleRow>().Where(row => row.ContentItemId == item.ContentItemId).ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAttemptAt, later));
        }
        var withdrawAt = Soon();

        // Act
        await site.InAsync(site.Finance, async services =>
        {
            var row = await site.RowAsync(item.ContentItemId);
            Assert.Empty((await services.GetRequiredService<ContentSchedule>().ScheduleAsync(item.ContentItemId, row.Stamp, row.PublishAt, withdrawAt, CancellationToken.None)).Problems);
            return true;
        });
        await MoveToAsync(withdrawAt);

        // Assert
        await Eventually.IsTrueAsync(async () => (await site.RowAsync(item.ContentItemId)).PublishedVersionId is null, "the item is withdrawn");
        Assert.Equal(withdrawAt, (await site.RowAsync(item.ContentItemId)).WithdrawnAt);
    }

    [Fact]
    public async Task ScheduledWithdrawal_DueWhileTheSiteDidNotRun_HappensAsSoonAsItRuns()
    {
        // Arrange
        var item = ContentsSite.NewPage("Closed meanwhile", "closed-meanwhile");
        await site.PublishAsync(item);
        var at = Soon();
        await WithdrawAtAsync(item.ContentItemId, at);
        var archived = await site.Host.UpdateAsync(site.Finance, current => current with { State = TenantState.Archived });
        await MoveToAsync(at);
        await Eventually.IsTrueAsync(async () => (await MomentsAsync(item.ContentItemId)).Any(row => row.LastError is not null), "the moment has passed");

        // Act
        await site.Host.UpdateAsync(archived, current => current with { State = TenantState.Running });

        // Assert
        await Eventually.IsTrueAsync(async () => (await site.RowAsync(item.ContentItemId)).WithdrawnAt is not null, "the item is withdrawn");
    }

    private Task WithdrawAtAsync(string id, DateTimeOffset at) => site.InAsync(site.Finance, async services =>
    {
        var outcome = await services.GetRequiredService<ContentSchedule>().ScheduleAsync(id, (await site.RowAsync(id)).Stamp, null, at, CancellationToken.None);
        Assert.Empty(outcome.Problems);
        await site.Host.ConsumersAreIdleAsync();
        return outcome;
    });

    private async Task<List<ScheduleRow>> MomentsAsync(string id)
    {
        await using var db = site.Host.Services.GetRequiredService<StoreSessions>().OpenCounty();
        return await db.Set<ScheduleRow>().AsNoTracking().Where(row => row.ContentItemId == id).ToListAsync();
    }

    [Fact]
    public async Task CalledOffSchedule_AtTheMoment_DoesNothing()
    {
        // Arrange
        var at = Soon();
        var id = await ScheduleAsync("called-off", at, null);
        await site.InAsync(site.Finance, services => services.GetRequiredService<ContentSchedule>().ScheduleAsync(id, 2, null, null, CancellationToken.None));
        var other = await ScheduleAsync("comes-after", at.AddSeconds(1), null);

        // Act
        await MoveToAsync(at.AddSeconds(1));

        // Assert
        await Eventually.IsTrueAsync(async () => (await site.RowAsync(other)).PublishedVersionId is not null, "the later item is public");
        Assert.Null((await site.RowAsync(id)).PublishedVersionId);
    }

    [Fact]
    public async Task Schedule_TypedInTheForm_IsInTheTenantsTimeZone()
    {
        // Arrange
        var item = ContentsSite.NewPage("By the local clock", "by-the-local-clock");
        await site.DraftAsync(item);
        using var chief = await site.SignInAsync("chief");

        // Act
        var answer = await chief.SubmitAsync(await chief.ReadAsync($"admin/contents/{item.ContentItemId}"), "/schedule", ("PublishAt", "2030-05-01T09:00"));

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(new DateTimeOffset(2030, 5, 1, 1, 0, 0, TimeSpan.Zero), (await site.RowAsync(item.ContentItemId)).PublishAt);
    }

    [Theory]
    [InlineData("2031-05-01T09:00", HttpStatusCode.Forbidden)]
    [InlineData("", HttpStatusCode.Redirect)]
    public async Task Withdrawal_PlannedOrCalledOffByWhoMayNotWithdraw_StaysAsItIs(string withdrawAt, HttpStatusCode status)
    {
        // Arrange
        var item = ContentsSite.NewPage("Not theirs to withdraw", "not-theirs-to-withdraw" + withdrawAt.Length);
        await site.PublishAsync(item);
        var planned = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await WithdrawAtAsync(item.ContentItemId, planned);
        using var publisher = await site.SignInAsync("publisher");
        var page = await publisher.ReadAsync($"admin/contents/{item.ContentItemId}");

        // Act
        var answer = await publisher.SubmitAsync(page, "/schedule", ("WithdrawAt", withdrawAt));

        // Assert
        Assert.Null(page.QuerySelector("[name=WithdrawAt]"));
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(planned, (await site.RowAsync(item.ContentItemId)).WithdrawAt);
    }

    [Fact]
    public async Task Publication_ScheduledByWhoMayNotWithdraw_LeavesThePlannedWithdrawal()
    {
        // Arrange
        var item = ContentsSite.NewPage("Theirs to publish", "theirs-to-publish");
        await site.PublishAsync(item);
        var planned = new DateTimeOffset(2031, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await WithdrawAtAsync(item.ContentItemId, planned);
        item.Alter<ContentManagement.Items.Parts.TitlePart>(part => part.Title = "Theirs to publish, second");
        await site.DraftAsync(item, (await site.RowAsync(item.ContentItemId)).Stamp);
        using var publisher = await site.SignInAsync("publisher");

        // Act
        await publisher.SubmitAsync(await publisher.ReadAsync($"admin/contents/{item.ContentItemId}"), "/schedule", ("PublishAt", "2030-05-01T09:00"));

        // Assert
        var row = await site.RowAsync(item.ContentItemId);
        Assert.Equal((new DateTimeOffset(2030, 5, 1, 1, 0, 0, TimeSpan.Zero), planned), (row.PublishAt, row.WithdrawAt));
    }

    [Fact]
    public async Task Schedule_InThePast_IsRefusedWithWhatWasTyped()
    {
        // Arrange
        var item = ContentsSite.NewPage("Too late", "too-late");
        await site.DraftAsync(item);
        using var chief = await site.SignInAsync("chief");

        // Act
        var answer = await chief.SubmitAsync(await chief.ReadAsync($"admin/contents/{item.ContentItemId}"), "/schedule", ("PublishAt", "2020-05-01T09:00"));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("2020-05-01T09:00", (await Browser.ParseAsync(answer)).QuerySelector("[name='PublishAt']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task ScheduledItem_WhoseAddressWasTakenMeanwhile_SaysSoOnItsPage()
    {
        // Arrange
        var id = await ScheduleAsync("taken-meanwhile", site.Clock.GetUtcNow().AddHours(1), null);
        await site.PublishAsync(ContentsSite.NewPage("Faster", "taken-meanwhile"));
        using var editor = await site.SignInAsync("editor");

        // Act
        site.Clock.Advance(TimeSpan.FromHours(2));

        // Assert
        Assert.Contains("“taken-meanwhile”", (await editor.ReadAsync($"admin/contents/{id}")).QuerySelector("[data-overdue]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dashboard_WithAnItemThatMissedItsMoment_SaysSo()
    {
        // Arrange
        await ScheduleAsync("missed", site.Clock.GetUtcNow().AddHours(1), null);
        await site.PublishAsync(ContentsSite.NewPage("Faster", "missed"));
        using var editor = await site.SignInAsync("editor");

        // Act
        site.Clock.Advance(TimeSpan.FromHours(2));

        // Assert
        Assert.Contains("首项的定时时间已过但未执行", (await editor.ReadAsync("admin")).Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<string> ScheduleAsync(string path, DateTimeOffset? publishAt, DateTimeOffset? withdrawAt)
    {
        var item = ContentsSite.NewPage(path, path);
        await site.DraftAsync(item);
        await site.InAsync(site.Finance, async services =>
            (await services.GetRequiredService<ContentSchedule>().ScheduleAsync(item.ContentItemId, 1, publishAt, withdrawAt, CancellationToken.None)).Value);
        await site.Host.ConsumersAreIdleAsync();
        return item.ContentItemId;
    }

    // Near enough for the runner to sleep until then, and not only until it looks again; odd enough for nobody else to.
    private static readonly TimeSpan Nap = TimeSpan.FromMilliseconds(2_257);

    private DateTimeOffset Soon() => site.Clock.GetUtcNow() + Nap;

    /// <summary>Waits until the runner sleeps until that very moment, and moves the clock to it; before, to each moment at which it has something else to do.</summary>
    private async Task MoveToAsync(DateTimeOffset moment)
    {
        await site.Host.ConsumersAreIdleAsync(); // none of them wakes it
        await Eventually.IsTrueAsync(() => site.Clock.IsAwaited(moment) || MoveOn(moment), "somebody sleeps until the moment");
        site.Clock.Advance(moment - site.Clock.GetUtcNow());
    }

    private bool MoveOn(DateTimeOffset moment)
    {
        if (site.Clock.NextBefore(moment) is { } next)
        {
            site.Clock.Advance(next - site.Clock.GetUtcNow());
        }
        return false;
    }
}

public sealed class ScheduleOnSqliteTests(SqliteSite site) : ScheduleTests(site), IClassFixture<SqliteSite>;

public sealed class ScheduleOnPostgreSqlTests(PostgreSqlSite site) : ScheduleTests(site), IClassFixture<PostgreSqlSite>;
