using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Disclosure.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Disclosure.Tests.Publishing;

/// <summary>Metadata that decide whether something is public, in words that nobody here knows or that contradict it.</summary>
public abstract class DecidingWordsTests(DisclosureSite site)
{
    private const string Entry = "a20_01_other_documents";

    [Theory]
    [InlineData("DisclosureMode", "\"secret\"")]
    [InlineData("DisclosureMode", "\"Not_Disclosed\"")]
    [InlineData("DisclosureMode", "\"不予公开\"")]
    [InlineData("DisclosureMode", "3")]
    [InlineData("DisclosureMode", "[\"not_disclosed\"]")]
    [InlineData("disclosureMode", "\"not_disclosed\"")]
    [InlineData("DisclosureLimit", "\"never\"")]
    [InlineData("Scope", "\"staff only\"")]
    [InlineData("scope", "\"internal\"")]
    public async Task Item_WithAWordThatIsNotKnown_IsNotPublished(string field, string value)
    {
        // Arrange
        var item = DisclosureSite.NewItem("不明", Entry, part => part.Json[field] = System.Text.Json.Nodes.JsonNode.Parse(value));

        // Act
        var outcome = await site.TryPublishAsync(item);

        // Assert
        Assert.Contains(outcome.Problems, problem => problem.Code == "disclosure.word-unknown");
    }

    [Theory]
    [InlineData("internal")]
    [InlineData("applicant")]
    [InlineData("specific_group")]
    public async Task Item_WhoseScopeIsNotEverybody_IsNotPublic(string scope)
    {
        // Act
        var outcome = await site.TryPublishAsync(DisclosureSite.NewItem("内部", Entry, part => part.Scope = scope));

        // Assert
        Assert.Equal("disclosure.scope-not-public", Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public async Task Item_WhoseScopeIsInternal_IsPublishedForTheStaff()
    {
        // Arrange
        var item = DisclosureSite.NewItem("内部", Entry, part => part.Scope = "internal");
        AudiencePart.Put(item, Audience.Staff, null);

        // Act
        var outcome = await site.TryPublishAsync(item);

        // Assert
        Assert.Empty(outcome.Problems);
    }

    [Fact]
    public async Task Item_DisclosedOnRequest_IsNotPublic()
    {
        // Act
        var outcome = await site.TryPublishAsync(DisclosureSite.NewItem("依申请", Entry, part => part.DisclosureMode = "on_request"));

        // Assert
        Assert.Equal("disclosure.on-request-only", Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public async Task Item_DisclosedUntilADayThatHasPassed_IsNotPublished()
    {
        // Arrange
        var item = DisclosureSite.NewItem("限时", Entry, part => (part.DisclosureLimit, part.DisclosureUntil) = ("until_date", DateOnly.FromDateTime(DateTime.UnixEpoch.AddYears(50))));

        // Act
        var outcome = await site.TryPublishAsync(item);

        // Assert
        Assert.Equal("disclosure.until-passed", Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public async Task Item_DisclosedUntilADay_IsWithdrawnWhenThatDayIsOver()
    {
        // Arrange
        var item = DisclosureSite.NewItem("限时", Entry, part => (part.DisclosureLimit, part.DisclosureUntil) = ("until_date", new DateOnly(2090, 1, 1)));

        // Act
        var row = (await site.TryPublishAsync(item)).Value;

        // Assert
        Assert.Equal(new DateTimeOffset(2090, 1, 2, 0, 0, 0, TimeSpan.FromHours(8)), row.WithdrawAt);
        await using var scope = site.Host.Scope(site.Finance);
        var calledOff = await scope.ServiceProvider.GetRequiredService<ContentSchedule>().ScheduleAsync(row.ContentItemId, row.Stamp, null, null, CancellationToken.None);
        Assert.Equal("content.public-until", Assert.Single(calledOff.Problems).Code);
    }

    [Fact]
    public async Task Item_DisclosedUntilADay_IsNotPlannedForALaterOne()
    {
        // Arrange
        var item = DisclosureSite.NewItem("限时", Entry, part => (part.DisclosureLimit, part.DisclosureUntil) = ("until_date", new DateOnly(2090, 1, 1)));
        await using var scope = site.Host.Scope(site.Finance);
        var row = (await scope.ServiceProvider.GetRequiredService<ContentManager>().SaveDraftAsync(item, 0, null, CancellationToken.None)).Value;

        // Act
        var outcome = await scope.ServiceProvider.GetRequiredService<ContentSchedule>().ScheduleAsync(row.ContentItemId, row.Stamp, new(2090, 6, 1, 0, 0, 0, TimeSpan.Zero), null, CancellationToken.None);

        // Assert
        Assert.Equal("content.withdraw-before-publish", Assert.Single(outcome.Problems).Code);
    }

    [Theory]
    [InlineData("until_date", 2091)]
    [InlineData("long_term", null)]
    public async Task Item_WhoseLimitIsChanged_IsWithdrawnByTheNewOneAlone(string limit, int? year)
    {
        // Arrange
        var item = DisclosureSite.NewItem("延长", Entry, part => (part.DisclosureLimit, part.DisclosureUntil) = ("until_date", new DateOnly(2090, 1, 1)));
        var row = (await site.TryPublishAsync(item)).Value;
        await using var scope = site.Host.Scope(site.Finance);
        var changed = (await scope.ServiceProvider.GetRequiredService<ContentReader>().FindLatestAsync(row.ContentItemId, CancellationToken.None))!; // published above
        changed.Alter<Contracts.DisclosurePart>(part => (part.DisclosureLimit, part.DisclosureUntil) = (limit, year is null ? null : new DateOnly(year.Value, 1, 1)));

        // Act
        var after = (await scope.ServiceProvider.GetRequiredService<ContentManager>().SaveAndPublishAsync(changed, row.Stamp, null, CancellationToken.None)).Value;

        // Assert
        Assert.Equal(year is null ? null : new DateTimeOffset(year.Value, 1, 2, 0, 0, 0, TimeSpan.FromHours(8)), after.WithdrawAt);
    }

    [Fact]
    public async Task Item_WithAKnownMode_IsPublished()
    {
        // Act
        var outcome = await site.TryPublishAsync(DisclosureSite.NewItem("公开", Entry, part => (part.DisclosureMode, part.DisclosureLimit, part.Scope) = ("proactive", "long_term", "public")));

        // Assert
        Assert.Empty(outcome.Problems);
    }

    [Fact]
    public async Task Item_FormedAfterItsPublication_IsRefused()
    {
        // Arrange
        var item = DisclosureSite.NewItem("倒签", Entry, part => part.FormedOn = new DateOnly(2026, 2, 1));
        item.PublishedUtc = new DateTimeOffset(2026, 1, 10, 0, 0, 0, TimeSpan.Zero);
        item.Alter<ImportedPart>(part => part.StatedPublishedUtc = item.PublishedUtc);

        // Act
        var outcome = await site.TryPublishAsync(item);

        // Assert
        Assert.Equal("disclosure.formed-after-publication", Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public async Task Item_FormedOnTheDayOfItsPublication_IsPublished()
    {
        // Arrange: half past midnight in the agency's zone, which is the day before by UTC.
        var item = DisclosureSite.NewItem("当日", Entry, part => part.FormedOn = new DateOnly(2026, 1, 10));
        item.PublishedUtc = new DateTimeOffset(2026, 1, 9, 16, 30, 0, TimeSpan.Zero);
        item.Alter<ImportedPart>(part => part.StatedPublishedUtc = item.PublishedUtc);

        // Act
        var outcome = await site.TryPublishAsync(item);

        // Assert
        Assert.Empty(outcome.Problems);
    }
}

public sealed class DecidingWordsOnSqliteTests(SqliteSite site) : DecidingWordsTests(site), IClassFixture<SqliteSite>;

public sealed class DecidingWordsOnPostgreSqlTests(PostgreSqlSite site) : DecidingWordsTests(site), IClassFixture<PostgreSqlSite>;
