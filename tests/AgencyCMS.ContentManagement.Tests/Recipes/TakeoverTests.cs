using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.ContentManagement.Tests.Recipes;

/// <summary>What an export has to bring along so that the site is the same elsewhere.</summary>
public abstract class TakeoverTests(DatabaseProvider provider) : IAsyncLifetime
{
    private const string First = """
        { "ContentItemId": "a", "ContentType": "Notice", "DisplayText": "First", "Latest": true, "Published": true, "TitlePart": { "Title": "First" }, "AutoroutePart": { "Path": "first" } }
        """;

    private RecipeSite _site = null!;
    private Tenant _tenant = null!;
    private Tenant _other = null!;

    public async Task InitializeAsync()
    {
        _site = await RecipeSite.OpenAsync(provider);
        _tenant = await _site.AddTenantAsync("finance");
        _other = await _site.AddTenantAsync("other");
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task DraftThatAsksForATakenAddress_DoesNotStopTheTakeover()
    {
        // Arrange
        await ContentAsync(_other, First);

        // Act
        var report = await ContentAsync(
            _other, """{ "ContentItemId": "b", "ContentType": "Notice", "DisplayText": "Draft", "Latest": true, "TitlePart": { "Title": "Draft" }, "AutoroutePart": { "Path": "first" } }""");

        // Assert
        Assert.Empty(report.Errors);
        Assert.Contains(report.Entries, entry => entry is { Code: "recipes.draft-address-taken", Severity: RecipeSeverity.Warning });
        Assert.NotNull(await RowAsync(_other, "b"));
    }

    [Fact]
    public async Task PublicItemThatAsksForATakenAddress_IsRefused()
    {
        // Arrange
        await ContentAsync(_other, First);

        // Act
        var report = await ContentAsync(_other, First.Replace("\"a\"", "\"b\"", StringComparison.Ordinal));

        // Assert
        Assert.Equal("“First” cannot be published at the address “first”, which “First” has here. Give one of the two another address, or take the item b out of the recipe, and run it again.", Assert.Single(report.Errors).Text);
    }

    [Fact]
    public async Task WithdrawnItem_IsWithdrawnWhereItIsTakenOver()
    {
        // Arrange
        await ContentAsync(_tenant, First);
        await WithdrawAsync("a", "Outdated");

        // Act
        await TakeOverAsync();

        // Assert
        var (before, after) = ((await RowAsync(_tenant, "a"))!, (await RowAsync(_other, "a"))!);
        Assert.Equal((null, "Outdated", before.WithdrawnAt, before.PublishedAt), (after.PublishedVersionId, after.WithdrawalReason, after.WithdrawnAt, after.PublishedAt));
    }

    [Fact]
    public async Task WithdrawnItem_KeepsItsAddress()
    {
        // Arrange
        await ContentAsync(_tenant, First);
        await WithdrawAsync("a", "Outdated");

        // Act
        await TakeOverAsync();

        // Assert
        Assert.Equal(["first: a, True"], await AddressesAsync(_other));
    }

    [Fact]
    public async Task OldAddress_StillLeadsToItsItem()
    {
        // Arrange
        await ContentAsync(_tenant, First);
        await ContentAsync(_tenant, First.Replace("\"first\"", "\"second\"", StringComparison.Ordinal));

        // Act
        await TakeOverAsync();

        // Assert
        Assert.Equal(["first: a, False", "second: a, True"], await AddressesAsync(_other));
    }

    [Fact]
    public async Task Takeover_ForTheSecondTime_ChangesNothing()
    {
        // Arrange
        await ContentAsync(_tenant, First);
        await ContentAsync(_tenant, First.Replace("\"first\"", "\"second\"", StringComparison.Ordinal));
        await WithdrawAsync("a", "Outdated");
        await TakeOverAsync();

        // Act
        var report = await TakeOverAsync();

        // Assert
        Assert.Equal(0, report.Totals.Applied);
    }

    [Theory]
    [InlineData("First")]
    [InlineData("Other")]
    public async Task Recipe_AboutAnItemThatWasWithdrawnHere_LeavesItWithdrawn(string title)
    {
        // Arrange
        await ContentAsync(_tenant, First);
        await WithdrawAsync("a", "Personal data");

        // Act
        var report = await ContentAsync(_tenant, First.Replace("First", title, StringComparison.Ordinal));

        // Assert
        var row = (await RowAsync(_tenant, "a"))!;
        Assert.Equal((null, "Personal data"), (row.PublishedVersionId, row.WithdrawalReason));
        Assert.Contains(report.Entries, entry => entry is { Code: "recipes.item-left-withdrawn", Result: RecipeResult.Skipped });
    }

    [Fact]
    public async Task Recipe_AboutAnItemThatWasRestrictedHere_OpensNothing()
    {
        // Arrange
        await ContentAsync(_tenant, First);
        await EditAsync(_tenant, "a", item => AudiencePart.Put(item, Audience.Staff, null));

        // Act
        var report = await ContentAsync(_tenant, First);

        // Assert
        Assert.Equal(Audience.Staff, (await RowAsync(_tenant, "a"))!.Audience);
        Assert.Contains(report.Entries, entry => entry.Code == "recipes.item-left-restricted");
    }

    [Fact]
    public async Task Recipe_AboutAnItemThatIsScheduledHere_IsNotAheadOfIt()
    {
        // Arrange
        await ContentAsync(_tenant, First.Replace("\"Published\": true,", "\"PublishLaterPart\": { \"ScheduledPublishUtc\": \"2090-01-01T00:00:00Z\" },", StringComparison.Ordinal));

        // Act
        var report = await ContentAsync(_tenant, First);

        // Assert
        Assert.Null((await RowAsync(_tenant, "a"))!.PublishedVersionId);
        Assert.Contains(report.Entries, entry => entry.Code == "recipes.item-left-scheduled");
    }

    [Theory]
    [InlineData("""PublishLaterPart": { "ScheduledPublishUtc": "2090-01-01T00:00:00Z" },""")]
    [InlineData("""Published": true, "PublishedUtc": "2090-01-01T00:00:00Z",""")]
    public async Task Recipe_ThatPublishesLater_TakesNoWithdrawalBackThen(string later)
    {
        // Arrange
        await ContentAsync(_tenant, First);
        await WithdrawAsync("a", "Personal data");

        // Act
        var report = await ContentAsync(_tenant, First.Replace("Published\": true,", later, StringComparison.Ordinal).Replace("First", "Other", StringComparison.Ordinal));

        // Assert
        Assert.Null((await RowAsync(_tenant, "a"))!.PublishAt);
        Assert.Contains(report.Entries, entry => entry.Code == "recipes.item-left-withdrawn");
    }

    [Fact]
    public async Task Export_RunAgainAfterItsScheduleWasCalledOff_SchedulesNothing()
    {
        // Arrange
        await ContentAsync(_tenant, First.Replace("\"Published\": true,", "\"PublishLaterPart\": { \"ScheduledPublishUtc\": \"2090-01-01T00:00:00Z\" },", StringComparison.Ordinal));
        var export = await _site.ExportAsync(_tenant);
        await ManageAsync("a", (ContentSchedule schedule, ContentItemRow row) => schedule.ScheduleAsync("a", row.Stamp, null, null, CancellationToken.None));

        // Act
        await _site.RunAsync(_tenant, export);

        // Assert
        Assert.Null((await RowAsync(_tenant, "a"))!.PublishAt);
    }

    [Fact]
    public async Task Recipe_ThatRewritesThePublicVersion_OpensItToNobody()
    {
        // Arrange
        await ContentAsync(_tenant, First);
        await EditAsync(_tenant, "a", item => AudiencePart.Put(item, Audience.Staff, null));
        var version = (await RowAsync(_tenant, "a"))!.PublishedVersionId;

        // Act
        await ContentAsync(_tenant, $$"""{ "ContentItemId": "a", "ContentItemVersionId": "{{version}}", "ContentType": "Notice", "Latest": false, "Published": false, "AudiencePart": { "Audience": "Public" } }""");

        // Assert
        Assert.Equal(Audience.Staff, (await RowAsync(_tenant, "a"))!.Audience);
    }

    [Fact]
    public async Task Export_RunAgainAfterAnEarlierWithdrawalWasPlanned_LeavesThatPlan()
    {
        // Arrange
        await ContentAsync(_tenant, First);
        await PlanWithdrawalAsync(new(2090, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var export = await _site.ExportAsync(_tenant);
        var earlier = new DateTimeOffset(2080, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await PlanWithdrawalAsync(earlier);

        // Act
        var report = await _site.RunAsync(_tenant, export);

        // Assert
        Assert.Equal(earlier, (await RowAsync(_tenant, "a"))!.WithdrawAt);
        Assert.Empty(report.Errors);
    }

    [Fact]
    public async Task Export_RunAgainAfterAnotherWithdrawal_LeavesItsReason()
    {
        // Arrange
        await ContentAsync(_tenant, First);
        await WithdrawAsync("a", "First reason");
        var export = await _site.ExportAsync(_tenant);
        await ManageAsync("a", (ContentManager manager, ContentItemRow row) => manager.PublishAsync("a", row.Stamp, CancellationToken.None));
        await WithdrawAsync("a", "Second reason");

        // Act
        await _site.RunAsync(_tenant, export);

        // Assert
        Assert.Equal("Second reason", (await RowAsync(_tenant, "a"))!.WithdrawalReason);
    }

    [Fact]
    public async Task SecondVersionOfAnItemInOneRecipe_TakesNoWithdrawalBack()
    {
        // Arrange
        await ContentAsync(_tenant, First);
        await WithdrawAsync("a", "Personal data");

        // Act
        await ContentAsync(_tenant, Draft(First, "Harmless") + "," + First.Replace("First", "Other", StringComparison.Ordinal));

        // Assert
        Assert.Null((await RowAsync(_tenant, "a"))!.PublishedVersionId);
    }

    [Fact]
    public async Task SecondVersionOfAnItemInOneRecipe_OpensNothing()
    {
        // Arrange
        await ContentAsync(_tenant, First);
        await EditAsync(_tenant, "a", item => AudiencePart.Put(item, Audience.Staff, null));
        var draft = Draft(First, "Harmless").Replace("\"TitlePart\"", "\"AudiencePart\": { \"Audience\": \"Staff\" }, \"TitlePart\"", StringComparison.Ordinal);

        // Act
        await ContentAsync(_tenant, draft + "," + First.Replace("First", "Other", StringComparison.Ordinal));

        // Assert
        Assert.Equal(Audience.Staff, (await RowAsync(_tenant, "a"))!.Audience);
    }

    [Fact]
    public async Task Export_RunAgainAfterAScheduledChangeWasPostponed_LeavesTheLaterMoment()
    {
        // Arrange
        await ContentAsync(_tenant, First);
        await EditAsync(_tenant, "a", item => item.Alter<TitlePart>(part => part.Title = "Later"), isPublished: false);
        await ManageAsync("a", (ContentSchedule schedule, ContentItemRow row) => schedule.ScheduleAsync("a", row.Stamp, new(2080, 1, 1, 0, 0, 0, TimeSpan.Zero), null, CancellationToken.None));
        var export = await _site.ExportAsync(_tenant);
        var later = new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await ManageAsync("a", (ContentSchedule schedule, ContentItemRow row) => schedule.ScheduleAsync("a", row.Stamp, later, null, CancellationToken.None));

        // Act
        await _site.RunAsync(_tenant, export);

        // Assert
        Assert.Equal(later, (await RowAsync(_tenant, "a"))!.PublishAt);
    }

    [Fact]
    public async Task Recipe_RunAgainAfterItsScheduleWasCalledOffAndTheTextChanged_SchedulesNothing()
    {
        // Arrange
        var scheduled = First.Replace("\"Published\": true,", "\"PublishLaterPart\": { \"ScheduledPublishUtc\": \"2090-01-01T00:00:00Z\" },", StringComparison.Ordinal);
        await ContentAsync(_tenant, scheduled);
        await EditAsync(_tenant, "a", item => item.Alter<TitlePart>(part => part.Title = "Better"), isPublished: false);
        await ManageAsync("a", (ContentSchedule schedule, ContentItemRow row) => schedule.ScheduleAsync("a", row.Stamp, null, null, CancellationToken.None));

        // Act
        await ContentAsync(_tenant, scheduled);

        // Assert
        var row = (await RowAsync(_tenant, "a"))!;
        Assert.Equal((null, "Better"), (row.PublishAt, row.DisplayText));
    }

    [Fact]
    public async Task Export_RunAgainAfterAWithdrawalWasCalledOff_PlansNone()
    {
        // Arrange
        await ContentAsync(_tenant, First);
        await PlanWithdrawalAsync(new(2090, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var export = await _site.ExportAsync(_tenant);
        await ManageAsync("a", (ContentSchedule schedule, ContentItemRow row) => schedule.ScheduleAsync("a", row.Stamp, null, null, CancellationToken.None));

        // Act
        await _site.RunAsync(_tenant, export);

        // Assert
        Assert.Null((await RowAsync(_tenant, "a"))!.WithdrawAt);
    }

    [Fact]
    public async Task NewVersion_ThatARecipeSchedulesForAPublicItem_IsScheduled()
    {
        // Arrange
        await ContentAsync(_tenant, First);

        // Act
        await ContentAsync(_tenant, Draft(First, "Next").Replace("\"Latest\"", "\"ContentItemVersionId\": \"next\", \"PublishLaterPart\": { \"ScheduledPublishUtc\": \"2090-01-01T00:00:00Z\" }, \"Latest\"", StringComparison.Ordinal));

        // Assert
        Assert.Equal("next", (await RowAsync(_tenant, "a"))!.ScheduledVersionId);
    }

    [Fact]
    public async Task ItemThatWasCorrected_KeepsTheDayOfItsFirstPublication()
    {
        // Arrange
        await ContentAsync(_tenant, First);
        await _site.InAsync(_tenant, async services =>
        {
            var db = services.GetRequiredService<TenantDb>();
            (await db.Set<ContentItemRow>().SingleAsync(row => row.ContentItemId == "a")).PublishedAt = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
            await db.SaveChangesAsync();
            return true;
        });
        await EditAsync(_tenant, "a", item => item.Alter<TitlePart>(part => part.Title = "Corrected"));
        _site.Stores.Clock.Advance(TimeSpan.FromDays(1));

        // Act
        await TakeOverAsync();

        // Assert
        Assert.Equal(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), (await RowAsync(_other, "a"))!.PublishedAt);
        Assert.Equal(0, (await TakeOverAsync()).Totals.Applied);
    }

    [Fact]
    public async Task DraftOfAnItemThatIsHistory_IsMarkedWhenItIsPublished()
    {
        // Arrange
        await ContentAsync(_tenant, First.Replace("\"Latest\": true", "\"ContentItemVersionId\": \"v1\", \"PublishedUtc\": \"2020-03-01T00:00:00Z\", \"Latest\": false", StringComparison.Ordinal)
            + """, { "ContentItemId": "a", "ContentItemVersionId": "v2", "ContentType": "Notice", "DisplayText": "Draft", "Latest": true, "TitlePart": { "Title": "Draft" } }""");

        // Act
        await ManageAsync("a", (ContentManager manager, ContentItemRow row) => manager.PublishAsync("a", row.Stamp, CancellationToken.None));

        // Assert
        var published = await PublishedAsync(_tenant, "a");
        Assert.Equal(("Draft", new DateTimeOffset(2020, 3, 1, 0, 0, 0, TimeSpan.Zero)), (published.DisplayText, published.Part<ImportedPart>()?.StatedPublishedUtc));
    }

    [Fact]
    public async Task MarkOfHistory_ThatADraftBringsWithoutOne_IsTakenOff()
    {
        // Arrange
        await ContentAsync(_tenant, """
            { "ContentItemId": "a", "ContentType": "Notice", "DisplayText": "Draft", "Latest": true, "TitlePart": { "Title": "Draft" },
              "ImportedPart": { "ImportedUtc": "2002-01-01T00:00:00Z", "StatedPublishedUtc": "2001-01-01T00:00:00Z" } }
            """);

        // Act
        await ManageAsync("a", (ContentManager manager, ContentItemRow row) => manager.PublishAsync("a", row.Stamp, CancellationToken.None));

        // Assert
        Assert.False((await PublishedAsync(_tenant, "a")).Has<ImportedPart>());
        Assert.Equal(_site.Stores.Clock.GetUtcNow(), (await RowAsync(_tenant, "a"))!.PublishedAt);
    }

    [Fact]
    public async Task OwnItemThatNeverWasPublic_IsNotWithdrawnByARecipe()
    {
        // Arrange
        await ContentAsync(_tenant, Draft(First, "Own"));

        // Act
        var report = await _site.RunAsync(_tenant, """
            { "steps": [ { "name": "ContentHistory", "Withdrawn": [ { "ContentItemId": "a", "WithdrawnUtc": "2002-02-02T00:00:00Z", "PublishedUtc": "2001-03-03T00:00:00Z", "Reason": "r" } ] } ] }
            """);

        // Assert
        Assert.Equal("recipes.withdrawn-is-own", Assert.Single(report.Entries).Code);
        Assert.Equal((null, null), ((await RowAsync(_tenant, "a"))!.PublishedAt, (await RowAsync(_tenant, "a"))!.WithdrawnAt));
    }

    [Fact]
    public async Task RewrittenVersion_DoesNotKeepWhoPublishedWhatItSaidBefore()
    {
        // Arrange
        await ContentAsync(_tenant, First.Replace("\"Latest\"", "\"ContentItemVersionId\": \"v1\", \"Latest\"", StringComparison.Ordinal));
        await EditAsync(_tenant, "a", item => item.Alter<TitlePart>(part => part.Title = "Second"));

        // Act
        await ContentAsync(_tenant, """{ "ContentItemId": "a", "ContentItemVersionId": "v1", "ContentType": "Notice", "DisplayText": "Forged", "TitlePart": { "Title": "Forged" } }""");

        // Assert
        var versions = await _site.InAsync(_tenant, services => services.GetRequiredService<TenantDb>().Set<ContentVersionRow>().AsNoTracking().Where(version => version.ContentItemId == "a").ToListAsync());
        Assert.Equal(2, versions.Count(version => version.PublishedAt is not null));
        Assert.Null(versions.Single(version => version.ContentItemVersionId == "v1").PublishedBy);
        Assert.NotNull(versions.Single(version => version.Json.Contains("First", StringComparison.Ordinal)).PublishedAt);
    }

    [Fact]
    public async Task Recipe_AboutAPublicItemWithADraft_LeavesTheDraft()
    {
        // Arrange
        await ContentAsync(_tenant, First);
        await EditAsync(_tenant, "a", item => item.Alter<TitlePart>(part => part.Title = "Waiting"), isPublished: false);
        var before = (await RowAsync(_tenant, "a"))!;

        // Act
        var report = await ContentAsync(_tenant, First.Replace("\"First\"", "\"From the recipe\"", StringComparison.Ordinal));

        // Assert
        var after = (await RowAsync(_tenant, "a"))!;
        Assert.Contains(report.Entries, entry => entry.Code == "recipes.item-left-draft");
        Assert.Equal((before.LatestVersionId, before.PublishedVersionId), (after.LatestVersionId, after.PublishedVersionId));
    }

    [Fact]
    public async Task Recipe_OverADraftOfTheSite_SaysSo()
    {
        // Arrange
        await ContentAsync(_tenant, Draft(First, "Theirs"));

        // Act
        var report = await ContentAsync(_tenant, Draft(First, "From the recipe").Replace("\"Latest\"", "\"ContentItemVersionId\": \"another\", \"Latest\"", StringComparison.Ordinal));

        // Assert
        Assert.Contains(report.Entries, entry => entry is { Code: "recipes.draft-behind", Severity: RecipeSeverity.Warning });
    }

    [Fact]
    public async Task PageOfTheSetUp_DoesNotGiveWayToWhatBecomesADraft()
    {
        // Arrange
        await SetUpAsync(_tenant);

        // Act
        var report = await ContentAsync(_tenant, First.Replace("\"a\"", "\"b\"", StringComparison.Ordinal).Replace("\"TitlePart\"", "\"LatePart\": { \"Missing\": true }, \"TitlePart\"", StringComparison.Ordinal));

        // Assert
        Assert.Contains(report.Entries, entry => entry.Code == "recipes.made-draft");
        Assert.NotNull((await RowAsync(_tenant, "a"))!.PublishedVersionId);
    }

    [Fact]
    public async Task PublicItemThatTheRulesHereKeepFromThePublic_ArrivesAsADraft()
    {
        // Act
        var report = await ContentAsync(_tenant, """{ "ContentItemId": "a", "ContentType": "Notice", "DisplayText": "First", "Latest": true, "Published": true, "TitlePart": { "Title": "First" }, "LatePart": { "Missing": true } }""");

        // Assert
        Assert.Contains(report.Entries, entry => entry is { Code: "recipes.made-draft", Severity: RecipeSeverity.Warning });
        Assert.Null((await RowAsync(_tenant, "a"))!.PublishedVersionId);
    }

    [Fact]
    public async Task WithdrawalThatWasCalledOff_IsNotPlannedWhereTheItemIsTakenOver()
    {
        // Arrange
        await ContentAsync(_tenant, First.Replace("\"TitlePart\"", "\"ArchiveLaterPart\": { \"ScheduledArchiveUtc\": \"2090-01-01T00:00:00Z\" }, \"TitlePart\"", StringComparison.Ordinal));
        await ManageAsync("a", (ContentSchedule schedule, ContentItemRow row) => schedule.ScheduleAsync("a", row.Stamp, null, null, CancellationToken.None));

        // Act
        await TakeOverAsync();

        // Assert
        Assert.Null((await RowAsync(_other, "a"))!.WithdrawAt);
        Assert.Equal(0, (await _site.RunAsync(_tenant, await _site.ExportAsync(_tenant))).Totals.Applied);
    }

    [Fact]
    public async Task PublicItemWithADraftForTheStaff_ArrivesPublic()
    {
        // Arrange
        await ContentAsync(_tenant, First);
        await EditAsync(_tenant, "a", item => AudiencePart.Put(item, Audience.Staff, null), isPublished: false);

        // Act
        await TakeOverAsync();

        // Assert
        var row = (await RowAsync(_other, "a"))!;
        Assert.NotNull(row.PublishedVersionId);
        Assert.Equal((Audience.Public, Audience.Staff), (row.Audience, row.DraftAudience));
    }

    [Fact]
    public async Task PublicItemWithAScheduledDraft_ArrivesWithBoth()
    {
        // Arrange
        await ContentAsync(_tenant, First);
        await EditAsync(_tenant, "a", item => item.Alter<TitlePart>(part => part.Title = "Later"), isPublished: false);
        var at = new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await ManageAsync("a", (ContentSchedule schedule, ContentItemRow row) => schedule.ScheduleAsync("a", row.Stamp, at, null, CancellationToken.None));

        // Act
        await TakeOverAsync();

        // Assert
        var row = (await RowAsync(_other, "a"))!;
        Assert.NotNull(row.PublishedVersionId);
        Assert.Equal(at, row.PublishAt);
    }

    [Fact]
    public async Task Export_ThatComesBackUnchanged_ChangesNothing()
    {
        // Arrange
        await ContentAsync(_tenant, First);
        await TakeOverAsync();

        // Act
        var report = await _site.RunAsync(_tenant, await _site.ExportAsync(_other));

        // Assert
        Assert.Equal((0, 0), (report.Totals.Applied, report.Totals.Errors));
    }

    [Fact]
    public async Task SecondCurrentAddress_IsTakenAsAnOldOne()
    {
        // Arrange
        await ContentAsync(_tenant, First);

        // Act
        await _site.RunAsync(_tenant, """{ "steps": [ { "name": "ContentHistory", "Addresses": [ { "ContentItemId": "a", "Path": "second", "IsCurrent": true } ] } ] }""");

        // Assert
        Assert.Equal(["first: a, True", "second: a, False"], await AddressesAsync(_tenant));
    }

    [Fact]
    public async Task PageOfTheSetUp_ThatNobodyChanged_GivesWayToTheOneTakenOver()
    {
        // Arrange
        await SetUpAsync(_other);

        // Act
        var report = await ContentAsync(_other, First.Replace("\"a\"", "\"b\"", StringComparison.Ordinal));

        // Assert
        Assert.Empty(report.Errors.Select(error => error.Text));
        Assert.Equal(["first: b, True"], await AddressesAsync(_other));
        Assert.Null((await RowAsync(_other, "a"))!.PublishedVersionId);
    }

    [Fact]
    public async Task PageOfTheSetUp_WhoseSuccessorIsOnlyScheduled_Stays()
    {
        // Arrange
        await SetUpAsync(_other);

        // Act
        await ContentAsync(_other, Draft(First, "Next").Replace("\"a\"", "\"b\"", StringComparison.Ordinal)
            .Replace("\"Latest\"", "\"PublishLaterPart\": { \"ScheduledPublishUtc\": \"2090-01-01T00:00:00Z\" }, \"Latest\"", StringComparison.Ordinal));

        // Assert
        Assert.NotNull((await RowAsync(_other, "a"))!.PublishedVersionId);
    }

    [Fact]
    public async Task PageOfTheSetUp_ThatSomebodyChanged_KeepsItsAddress()
    {
        // Arrange
        await SetUpAsync(_other);
        await EditAsync(_other, "a", item => item.Alter<TitlePart>(part => part.Title = "Ours"));

        // Act
        var report = await ContentAsync(_other, First.Replace("\"a\"", "\"b\"", StringComparison.Ordinal));

        // Assert
        Assert.Equal("recipes.address-taken", Assert.Single(report.Errors).Code);
        Assert.Equal(["first: a, True"], await AddressesAsync(_other));
    }

    [Theory]
    [InlineData("""{ "name": "ContentDefinition", "ContentTypes": [ { "Name": "DisplayText", "DisplayName": "T" } ] }""", "content.name-reserved")]
    [InlineData("""{ "name": "ContentDefinition", "ContentTypes": [ { "Name": "latest", "DisplayName": "T" } ] }""", "content.name-reserved")]
    [InlineData("""{ "name": "ContentDefinition", "ContentParts": [ { "Name": "ContentItemId" } ] }""", "content.name-reserved")]
    [InlineData("""{ "name": "ReplaceContentDefinition", "ContentTypes": [ { "Name": "Owner", "DisplayName": "T" } ] }""", "content.name-reserved")]
    [InlineData("""{ "name": "ContentDefinition", "ContentTypes": [ { "Name": "T", "DisplayName": "T", "ContentTypePartDefinitionRecords": [ { "PartName": "BagPart", "Name": "Published" } ] } ] }""", "content.name-reserved")]
    [InlineData("""{ "name": "ContentDefinition", "ContentTypes": [ { "Name": "Case", "DisplayName": "T" }, { "Name": "case", "DisplayName": "T" } ] }""", "content.names-alike")]
    [InlineData("""{ "name": "ContentDefinition", "ContentParts": [ { "Name": "P", "ContentPartFieldDefinitionRecords": [ { "FieldName": "TextField", "Name": "Host" }, { "FieldName": "TextField", "Name": "host" } ] } ] }""", "content.names-alike")]
    [InlineData("""{ "name": "ContentDefinition", "ContentParts": [ { "Name": "P", "ContentPartFieldDefinitionRecords": [ { "FieldName": "TextField", "Name": "ContentItem" } ] } ] }""", "content.name-reserved")]
    public async Task Definition_WhoseNameWouldLoseData_IsRefused(string step, string code)
    {
        // Act
        var report = await _site.RunAsync(_tenant, $$"""{ "steps": [ {{step}} ] }""");

        // Assert
        Assert.Equal(code, Assert.Single(report.Errors).Code);
        Assert.False(report.IsCommitted);
    }

    [Fact]
    public async Task Features_OfARecipeThatIsRefusedAtItsEnd_AreNotWritten()
    {
        // Act
        var report = await _site.RunAsync(_tenant, """{ "steps": [ { "name": "feature", "enable": ["Test.Pages", "Test.Late"] }, { "name": "late", "refuses": true } ] }""");

        // Assert
        Assert.False(report.IsCommitted);
        Assert.False(_site.Stores.Directory.Find(_tenant.Id)!.HasFeature("Test.Pages"));
    }

    private Task<RecipeReport> ContentAsync(Tenant tenant, string items) => _site.RunAsync(tenant, $$"""{ "steps": [ { "name": "content", "data": [ {{items}} ] } ] }""");

    private async Task<RecipeReport> TakeOverAsync()
    {
        var report = await _site.RunAsync(_other, await _site.ExportAsync(_tenant));
        Assert.Empty(report.Errors.Select(error => error.Text));
        return report;
    }

    private Task WithdrawAsync(string id, string reason) => _site.InAsync(_tenant, async services =>
    {
        var row = await services.GetRequiredService<TenantDb>().Set<ContentItemRow>().AsNoTracking().SingleAsync(row => row.ContentItemId == id);
        Assert.Empty((await services.GetRequiredService<ContentManager>().WithdrawAsync(id, row.Stamp, reason, CancellationToken.None)).Problems);
        return true;
    });

    private Task<RecipeReport> SetUpAsync(Tenant tenant) =>
        _site.RunAsync(tenant, RecipeSource.FromText("set-up.recipe.json", $$"""{ "steps": [ { "name": "content", "data": [ {{First}} ] } ] }""") with { IsFromLibrary = true });

    private static string Draft(string item, string title) => item.Replace("\"Published\": true,", "", StringComparison.Ordinal).Replace("First", title, StringComparison.Ordinal);

    private Task PlanWithdrawalAsync(DateTimeOffset at) => ManageAsync("a", (ContentSchedule schedule, ContentItemRow row) => schedule.ScheduleAsync("a", row.Stamp, null, at, CancellationToken.None));

    private Task ManageAsync<T>(string id, Func<T, ContentItemRow, Task<Outcome<ContentItemRow>>> change)
        where T : class => _site.InAsync(_tenant, async services =>
    {
        var row = await services.GetRequiredService<TenantDb>().Set<ContentItemRow>().AsNoTracking().SingleAsync(row => row.ContentItemId == id);
        Assert.Empty((await change(services.GetRequiredService<T>(), row)).Problems);
        return true;
    });

    private Task EditAsync(Tenant tenant, string id, Action<ContentItem> edit, bool isPublished = true) => _site.InAsync(tenant, async services =>
    {
        var db = services.GetRequiredService<TenantDb>();
        var row = await db.Set<ContentItemRow>().AsNoTracking().SingleAsync(row => row.ContentItemId == id);
        var item = (await db.Set<ContentVersionRow>().AsNoTracking().SingleAsync(version => version.ContentItemVersionId == row.LatestVersionId)).ToItem(row);
        edit(item);
        var manager = services.GetRequiredService<ContentManager>();
        var saved = isPublished ? await manager.SaveAndPublishAsync(item, row.Stamp, null, CancellationToken.None) : await manager.SaveDraftAsync(item, row.Stamp, null, CancellationToken.None);
        Assert.Empty(saved.Problems);
        return true;
    });

    private Task<ContentItem> PublishedAsync(Tenant tenant, string id) => _site.InAsync(tenant, async services =>
    {
        var db = services.GetRequiredService<TenantDb>();
        var row = await db.Set<ContentItemRow>().AsNoTracking().SingleAsync(row => row.ContentItemId == id);
        return (await db.Set<ContentVersionRow>().AsNoTracking().SingleAsync(version => version.ContentItemVersionId == row.PublishedVersionId)).ToItem(row);
    });

    private Task<ContentItemRow?> RowAsync(Tenant tenant, string id) =>
        _site.InAsync(tenant, services => services.GetRequiredService<TenantDb>().Set<ContentItemRow>().AsNoTracking().SingleOrDefaultAsync(row => row.ContentItemId == id));

    private Task<List<string>> AddressesAsync(Tenant tenant) => _site.InAsync(tenant, async services =>
        (await services.GetRequiredService<TenantDb>().Set<ContentRouteRow>().AsNoTracking().OrderBy(row => row.Path).ToListAsync()).ConvertAll(row => $"{row.Path}: {row.ContentItemId}, {row.IsCurrent}"));
}

public sealed class SqliteTakeoverTests() : TakeoverTests(DatabaseProvider.Sqlite);

public sealed class PostgreSqlTakeoverTests() : TakeoverTests(DatabaseProvider.PostgreSql);
