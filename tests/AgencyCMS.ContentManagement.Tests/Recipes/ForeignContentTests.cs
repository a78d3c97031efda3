using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.ContentManagement.Tests.Recipes;

/// <summary>What a recipe from elsewhere says of ids, names, dates and history is believed only as far as it can be true here.</summary>
public abstract class ForeignContentTests(DatabaseProvider provider) : IAsyncLifetime
{
    private static readonly DateTimeOffset Past = new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string Random = RandomText(9_000);

    private RecipeSite _site = null!;
    private Tenant _tenant = null!;

    public async Task InitializeAsync()
    {
        _site = await RecipeSite.OpenAsync(provider);
        _tenant = await _site.AddTenantAsync("finance");
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("a/../b")]
    [InlineData("a b")]
    [InlineData("编号")]
    [InlineData("a<b>")]
    public async Task Id_OfOtherSigns_IsRefused(string id)
    {
        // Act
        var report = await ContentAsync($$"""{ "ContentItemId": "{{id}}", "ContentType": "T", "Latest": true }""");

        // Assert
        Assert.Equal("recipes.id-not-valid", Assert.Single(report.Errors).Code);
    }

    [Theory]
    [InlineData("ContentItemId", 300_000, "recipes.id-not-valid")]
    [InlineData("ContentItemId", 65, "recipes.id-not-valid")]
    [InlineData("ContentItemVersionId", 300_000, "recipes.id-not-valid")]
    [InlineData("ContentType", 101, "recipes.item-name-too-long")]
    [InlineData("Author", 1_000_000, "recipes.item-name-too-long")]
    [InlineData("Owner", 201, "recipes.item-name-too-long")]
    public async Task Item_WithANameThatIsTooLong_IsRefused(string property, int length, string code)
    {
        // Arrange
        var item = new System.Text.Json.Nodes.JsonObject { ["ContentItemId"] = "a", ["ContentType"] = "T", ["Latest"] = true, [property] = new string('x', length) };

        // Act
        var report = await ContentAsync(item.ToJsonString());

        // Assert
        Assert.Contains(report.Errors, error => error.Code == code);
        Assert.All(report.Errors, error => Assert.True(error.Text.Length < 500));
        Assert.Null(await RowAsync("a"));
    }

    [Theory]
    [InlineData("""{ "name": "settings", "§": { "a": 1 } }""")]
    [InlineData("""{ "name": "custom-settings", "§": { "ContentItemId": "x" } }""")]
    [InlineData("""{ "name": "media", "Files": [ { "TargetPath": "§.txt", "Base64": "YQ==" } ] }""")]
    [InlineData("""{ "name": "feature", "enable": [ "§" ] }""")]
    [InlineData("""{ "name": "Queries", "Queries": [ { "Name": "§" } ] }""")]
    [InlineData("""{ "name": "Templates", "Templates": { "§": { "Content": "x" } } }""")]
    [InlineData("""{ "name": "ContentDefinition", "ContentTypes": [ { "Name": "§", "DisplayName": "T" } ] }""")]
    [InlineData("""{ "name": "§" }""")]
    [InlineData("""{ "name": "Roles", "Roles": [ { "Name": "§", "Permissions": [] } ] }""")]
    [InlineData("""{ "name": "Vocabularies", "Vocabularies": [ { "Name": "§" } ] }""")]
    [InlineData("""{ "name": "content", "data": [ { "ContentItemId": "§" } ] }""")]
    [InlineData("""{ "name": "content", "data": [ { "ContentItemId": "a", "ContentItemVersionId": "§" } ] }""")]
    public async Task Name_ThatIsTooLong_IsRefusedInEveryStep(string step)
    {
        // Act
        var report = await _site.RunAsync(_tenant, $$"""{ "steps": [ {{step.Replace("§", Random, StringComparison.Ordinal)}} ] }""", isDryRun: true);

        // Assert
        var error = report.Errors.First(error => error.Code == "recipes.name-too-long");
        Assert.Contains("500", error.Text, StringComparison.Ordinal);
        Assert.True(error.Text.Length < 500);
    }

    [Fact]
    public async Task Name_AsLongAsItMayBe_IsTaken()
    {
        // Arrange
        var name = RandomText(500, 0x20000, 0x2A6DF);

        // Act
        var report = await _site.RunAsync(_tenant, $$"""{ "steps": [ { "name": "settings", "{{name}}": { "a": 1 } }, { "name": "custom-settings", "{{name}}": { "b": 1 } } ] }""");

        // Assert
        Assert.Empty(report.Errors.Select(error => error.Text));
        Assert.True(report.IsCommitted);
    }

    [Fact]
    public async Task Translation_OfALongSentence_IsKept()
    {
        // Act
        var report = await _site.RunAsync(_tenant, $$"""{ "steps": [ { "name": "Translations", "translations": [ { "culture": "fr", "context": "", "key": "{{Random}}", "value": "x" } ] } ] }""");

        // Assert
        Assert.True(report.IsCommitted);
        Assert.Contains(Random, await _site.ExportAsync(_tenant), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publication_ThatWas_IsMarkedAsHistory()
    {
        // Act
        await ContentAsync(Public("a", "2001-01-01T00:00:00Z"));

        // Assert
        var item = await LatestAsync("a");
        Assert.Equal((Past, _site.Stores.Clock.GetUtcNow()), (item.Part<ImportedPart>()!.StatedPublishedUtc, item.Part<ImportedPart>()!.ImportedUtc));
        Assert.Equal((Past, Past), (item.PublishedUtc, (await RowAsync("a"))!.PublishedAt));
    }

    [Fact]
    public async Task Publication_OfARecipeThatComesWithTheProgram_IsNotMarked()
    {
        // Act
        await _site.RunAsync(_tenant, RecipeSource.FromText("ours.recipe.json", Recipe(Public("a", "2001-01-01T00:00:00Z"))) with { IsFromLibrary = true });

        // Assert
        Assert.False((await LatestAsync("a")).Has<ImportedPart>());
    }

    [Theory]
    [InlineData("""{ "ImportedUtc": "2098-01-01T00:00:00Z", "StatedPublishedUtc": "2098-01-01T00:00:00Z" }""")]
    [InlineData("""{ "ImportedUtc": "1990-01-01T00:00:00Z" }""")]
    [InlineData("{}")]
    public async Task MarkOfHistory_ThatCannotBeTrue_IsMadeAnew(string part)
    {
        // Act
        await ContentAsync(Public("a", "2001-01-01T00:00:00Z", $$""", "ImportedPart": {{part}}"""));

        // Assert
        var imported = (await LatestAsync("a")).Part<ImportedPart>()!;
        Assert.Equal((Past, _site.Stores.Clock.GetUtcNow()), (imported.StatedPublishedUtc, imported.ImportedUtc));
    }

    [Fact]
    public async Task Publication_ToCome_IsScheduled()
    {
        // Act
        var report = await ContentAsync(Public("a", "2098-01-01T00:00:00Z"));

        // Assert
        var row = (await RowAsync("a"))!;
        Assert.Null(row.PublishedVersionId);
        Assert.Equal((new DateTimeOffset(2098, 1, 1, 0, 0, 0, TimeSpan.Zero), row.LatestVersionId), (row.PublishAt, row.ScheduledVersionId));
        Assert.Contains(report.Entries, entry => entry.Code == "recipes.publication-to-come");
    }

    [Fact]
    public async Task Publication_ToCome_RunTwice_ChangesNothing()
    {
        // Arrange
        await ContentAsync(Public("a", "2098-01-01T00:00:00Z"));

        // Act
        var report = await ContentAsync(Public("a", "2098-01-01T00:00:00Z"));

        // Assert
        Assert.Equal(0, report.Totals.Applied);
    }

    [Theory]
    [InlineData("PublishedUtc", "0001-01-01T00:00:00Z")]
    [InlineData("PublishedUtc", "9999-12-31T23:59:59Z")]
    [InlineData("CreatedUtc", "0001-01-01T00:00:00Z")]
    [InlineData("ModifiedUtc", "9999-12-31T23:59:59Z")]
    public async Task Date_OutOfRange_IsRefused(string property, string date)
    {
        // Act
        var report = await ContentAsync($$"""{ "ContentItemId": "a", "ContentType": "T", "Latest": true, "Published": true, "{{property}}": "{{date}}" }""");

        // Assert
        Assert.Equal("content.moment-not-plausible", Assert.Single(report.Errors).Code);
        Assert.Null(await RowAsync("a"));
    }

    [Fact]
    public async Task Publication_OfWhatWasPublishedHere_KeepsItsDate()
    {
        // Arrange
        await ContentAsync("""{ "ContentItemId": "a", "ContentType": "T", "DisplayText": "Ours", "Latest": true, "Published": true }""");
        var before = (await RowAsync("a"))!.PublishedAt;
        _site.Stores.Clock.Advance(TimeSpan.FromDays(1));

        // Act
        await ContentAsync(Public("a", "2001-01-01T00:00:00Z", """, "ImportedPart": { "StatedPublishedUtc": "2001-01-01T00:00:00Z" }"""));

        // Assert
        var item = await LatestAsync("a");
        Assert.False(item.Has<ImportedPart>());
        Assert.Equal((before, before + TimeSpan.FromDays(1)), ((await RowAsync("a"))!.PublishedAt, item.PublishedUtc));
    }

    [Fact]
    public async Task Takeover_KeepsTheOriginalDate_AndSaysThatItWasBroughtIn()
    {
        // Arrange
        await ContentAsync("""{ "ContentItemId": "a", "ContentType": "T", "DisplayText": "Ours", "Latest": true, "Published": true }""");
        var published = (await RowAsync("a"))!.PublishedAt;
        var exported = await _site.ExportAsync(_tenant);
        _site.Stores.Clock.Advance(TimeSpan.FromDays(400));
        var other = await _site.AddTenantAsync("other");

        // Act
        await _site.RunAsync(other, exported);

        // Assert
        Assert.Equal(published, (await RowAsync("a", other))!.PublishedAt);
        Assert.Equal(published, (await LatestAsync("a", other)).Part<ImportedPart>()!.StatedPublishedUtc);
    }

    [Fact]
    public async Task Takeover_ForTheSecondTime_ChangesNothing()
    {
        // Arrange
        await ContentAsync(Public("a", "2001-01-01T00:00:00Z"));

        // Act
        var report = await ContentAsync(Public("a", "2001-01-01T00:00:00Z"));

        // Assert
        Assert.Equal(0, report.Totals.Applied);
    }

    [Fact]
    public async Task DueWithdrawal_OfADraft_IsNotScheduled()
    {
        // Act
        var report = await ContentAsync(Draft("a", """, "ArchiveLaterPart": { "ScheduledArchiveUtc": "2001-01-01T00:00:00Z" }"""));

        // Assert
        Assert.Null((await RowAsync("a"))!.WithdrawAt);
        Assert.Contains(report.Entries, entry => entry is { Code: "recipes.moment-passed", Severity: RecipeSeverity.Warning });
    }

    [Fact]
    public async Task DueWithdrawal_OfAPublicItem_LeavesItADraft()
    {
        // Act
        await ContentAsync(Public("a", "2001-01-01T00:00:00Z", """, "ArchiveLaterPart": { "ScheduledArchiveUtc": "2002-01-01T00:00:00Z" }"""));

        // Assert
        var row = (await RowAsync("a"))!;
        Assert.Equal((null, null), (row.PublishedVersionId, row.WithdrawAt));
    }

    [Fact]
    public async Task DuePublication_OfADraft_IsNotScheduled()
    {
        // Act
        await ContentAsync(Draft("a", """, "PublishLaterPart": { "ScheduledPublishUtc": "2001-01-01T00:00:00Z" }"""));

        // Assert
        Assert.Null((await RowAsync("a"))!.PublishAt);
    }

    [Theory]
    [InlineData("2098-01-01T00:00:00Z", "2097-01-01T00:00:00Z", "content.withdraw-before-publish")]
    [InlineData("2098-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "content.moment-not-plausible")]
    [InlineData("9999-12-31T23:59:59Z", null, "content.moment-not-plausible")]
    public async Task Schedule_ThatCannotBe_IsRefused(string publishAt, string? withdrawAt, string code)
    {
        // Arrange
        var withdrawal = withdrawAt is null ? "null" : $"\"{withdrawAt}\"";

        // Act
        var report = await ContentAsync(Draft("a", $$""", "PublishLaterPart": { "ScheduledPublishUtc": "{{publishAt}}" }, "ArchiveLaterPart": { "ScheduledArchiveUtc": {{withdrawal}} }"""));

        // Assert
        Assert.Equal(code, Assert.Single(report.Errors).Code);
        Assert.Null(await RowAsync("a"));
    }

    [Fact]
    public async Task Withdrawal_ThatIsDueBeforeAnythingIsPublic_IsCalledOff()
    {
        // Arrange
        await ContentAsync(Draft("a", """, "ArchiveLaterPart": { "ScheduledArchiveUtc": "2026-12-01T00:00:00Z" }"""));
        _site.Stores.Clock.Advance(TimeSpan.FromDays(30));

        // Act
        await _site.InAsync(_tenant, services => services.GetRequiredService<ContentSchedule>().RunAsync("a", CancellationToken.None));

        // Assert
        var row = (await RowAsync("a"))!;
        Assert.Equal((null, null), (row.WithdrawAt, row.WithdrawnAt));
    }

    [Fact]
    public async Task Publication_AfterAWithdrawalThatWasDue_IsNotTakenBack()
    {
        // Arrange
        await ContentAsync(Draft("a", """, "ArchiveLaterPart": { "ScheduledArchiveUtc": "2026-12-01T00:00:00Z" }"""));
        _site.Stores.Clock.Advance(TimeSpan.FromDays(30));
        var stamp = (await RowAsync("a"))!.Stamp;

        // Act
        await _site.InAsync(_tenant, services => services.GetRequiredService<ContentManager>().PublishAsync("a", stamp, CancellationToken.None));
        await _site.InAsync(_tenant, services => services.GetRequiredService<ContentSchedule>().RunAsync("a", CancellationToken.None));

        // Assert
        Assert.NotNull((await RowAsync("a"))!.PublishedVersionId);
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59Z", null)]
    [InlineData("2098-01-01T00:00:00Z", null)]
    [InlineData("0001-01-01T00:00:00Z", null)]
    [InlineData("2010-01-01T00:00:00Z", "2011-01-01T00:00:00Z")]
    public async Task Withdrawal_AtAMomentThatCannotBe_IsRefused(string withdrawn, string? published)
    {
        // Arrange
        var publication = published is null ? "null" : $"\"{published}\"";

        // Act
        var report = await HistoryAsync($$""" "Withdrawn": [ { "ContentItemId": "a", "WithdrawnUtc": "{{withdrawn}}", "PublishedUtc": {{publication}}, "Reason": "Old" } ] """);

        // Assert
        Assert.Equal("recipes.history-not-possible", Assert.Single(report.Errors).Code);
    }

    [Fact]
    public async Task Withdrawal_WithAReasonThatIsTooLong_IsRefused()
    {
        // Act
        var report = await HistoryAsync($$""" "Withdrawn": [ { "ContentItemId": "a", "PublishedUtc": "2019-01-01T00:00:00Z", "WithdrawnUtc": "2020-01-01T00:00:00Z", "Reason": "{{new string('r', 501)}}" } ] """);

        // Assert
        Assert.Equal("recipes.reason-too-long", Assert.Single(report.Errors).Code);
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(201)]
    public async Task OldAddress_ThatIsTooLong_IsRefused(int length)
    {
        // Act
        var report = await HistoryAsync($$""" "Addresses": [ { "ContentItemId": "a", "Path": "{{new string('p', length)}}" } ] """);

        // Assert
        Assert.NotEmpty(report.Errors);
        Assert.All(report.Errors, error => Assert.True(error.Text.Length < 500));
    }

    [Fact]
    public async Task OldAddress_OfOtherSigns_IsRefused()
    {
        // Act
        var report = await HistoryAsync(""" "Addresses": [ { "ContentItemId": "a", "Path": "a/../b" } ] """);

        // Assert
        Assert.Equal("content.address-not-valid", Assert.Single(report.Errors).Code);
    }

    [Fact]
    public async Task PublicationOfSomethingWithdrawn_IsMarkedAsHistory()
    {
        // Act
        await HistoryAsync(""" "Withdrawn": [ { "ContentItemId": "a", "WithdrawnUtc": "2020-01-01T00:00:00Z", "PublishedUtc": "2001-01-01T00:00:00Z", "Reason": "Old" } ] """);

        // Assert
        var row = (await RowAsync("a"))!;
        Assert.Equal((Past, true), (row.PublishedAt, row.ImportedAt is not null));
    }

    [Fact]
    public async Task Item_OfAnotherType_IsRefused()
    {
        // Arrange
        await ContentAsync(Draft("a", ""));

        // Act
        var report = await ContentAsync(Draft("a", "").Replace("\"T\"", "\"U\"", StringComparison.Ordinal));

        // Assert
        Assert.Equal("recipes.type-of-another", Assert.Single(report.Errors).Code);
    }

    [Fact]
    public async Task Item_OfTwoTypesInOneRecipe_IsRefused()
    {
        // Act
        var report = await ContentAsync(Draft("a", "") + "," + Draft("a", "").Replace("\"T\"", "\"U\"", StringComparison.Ordinal));

        // Assert
        Assert.Equal("recipes.type-of-another", Assert.Single(report.Errors).Code);
        Assert.Null(await RowAsync("a"));
    }

    private static string Public(string id, string publishedUtc, string more = "") =>
        $$"""{ "ContentItemId": "{{id}}", "ContentType": "T", "DisplayText": "{{id}}", "Latest": true, "Published": true, "PublishedUtc": "{{publishedUtc}}"{{more}} }""";

    private static string Draft(string id, string more) => $$"""{ "ContentItemId": "{{id}}", "ContentType": "T", "DisplayText": "{{id}}", "Latest": true{{more}} }""";

    private static string Recipe(string items) => $$"""{ "steps": [ { "name": "content", "data": [ {{items}} ] } ] }""";

    // Text that no database can make shorter.
    private static string RandomText(int characters, int from = 'a', int to = 'z')
    {
        var random = new Random(7);
        return string.Concat(Enumerable.Range(0, characters).Select(_ => new System.Text.Rune(random.Next(from, to + 1)).ToString()));
    }

    private Task<RecipeReport> ContentAsync(string items) => _site.RunAsync(_tenant, Recipe(items));

    private Task<RecipeReport> HistoryAsync(string history) =>
        _site.RunAsync(_tenant, $$"""{ "steps": [ { "name": "content", "data": [ {{Draft("a", "")}} ] }, { "name": "ContentHistory", {{history}} } ] }""");

    private Task<ContentItemRow?> RowAsync(string id, Tenant? tenant = null) =>
        _site.InAsync(tenant ?? _tenant, services => services.GetRequiredService<TenantDb>().Set<ContentItemRow>().AsNoTracking().SingleOrDefaultAsync(row => row.ContentItemId == id));

    private async Task<ContentItem> LatestAsync(string id, Tenant? tenant = null) =>
        (await _site.InAsync(tenant ?? _tenant, services => services.GetRequiredService<ContentReader>().FindLatestAsync(id, CancellationToken.None)))!; // imported by the test
}

public sealed class SqliteForeignContentTests() : ForeignContentTests(DatabaseProvider.Sqlite);

public sealed class PostgreSqlForeignContentTests() : ForeignContentTests(DatabaseProvider.PostgreSql);
