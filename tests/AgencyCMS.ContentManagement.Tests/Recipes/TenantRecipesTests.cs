using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.ContentManagement.Tests.Recipes;

public abstract class TenantRecipesTests(DatabaseProvider provider) : IAsyncLifetime
{
    private const string Notice = """
        { "ContentItemId": "4notice0000000000000000000", "ContentType": "Notice", "DisplayText": "关于公开的通知", "Latest": true, "Published": true, "Owner": "zhang", "Author": "li",
          "TitlePart": { "Title": "关于公开的通知", "Extra": 1.50 }, "AutoroutePart": { "Path": "notice" }, "HtmlBodyPart": { "Html": "<p onclick=\"x()\">正文&nbsp;</p>" }, "Strange": { "a": null } }
        """;

    private RecipeSite _site = null!;
    private Tenant _tenant = null!;

    public async Task InitializeAsync()
    {
        _site = await RecipeSite.OpenAsync(provider);
        _tenant = await _site.AddTenantAsync("finance");
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Content_IsPublished_AtItsAddress()
    {
        // Act
        await ContentAsync(Notice);

        // Assert
        var route = await _site.InAsync(_tenant, services => services.GetRequiredService<ContentReader>().FindRouteAsync("notice", CancellationToken.None));
        Assert.Equal("4notice0000000000000000000", route!.Value.ContentItemId);
    }

    [Fact]
    public async Task Content_InANeighbour_IsNotSeen()
    {
        // Arrange
        var neighbour = await _site.AddTenantAsync("neighbour");

        // Act
        await ContentAsync(Notice);

        // Assert
        Assert.DoesNotContain("关于公开的通知", await _site.ExportAsync(neighbour), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_RunTwice_AddsNoVersion()
    {
        // Arrange
        await ContentAsync(Notice);

        // Act
        var report = await ContentAsync(Notice);

        // Assert
        Assert.Equal((0, 1), (report.Totals.Applied, report.Totals.Unchanged));
        Assert.Single(await VersionsAsync());
    }

    [Fact]
    public async Task Content_WithCleanedHtml_IsExportedAsItCame()
    {
        // Act
        var report = await ContentAsync(Notice);

        // Assert
        Assert.Contains(report.Entries, entry => entry.Code == "recipes.html-cleaned");
        Assert.DoesNotContain("onclick", (await VersionsAsync())[0].Json, StringComparison.Ordinal);
        Assert.Contains("onclick", await _site.ExportAsync(_tenant), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_WithCleanedHtmlInside_IsExportedAsItCame()
    {
        // Arrange
        const string Item = """
            { "ContentItemId": "a", "ContentType": "T", "Latest": true, "FlowPart": { "Widgets": [ { "Note": { "Body": { "Html": "<b style='x'>a&nbsp;</b>" } } }, { "HtmlBodyPart": { "Html": "plain" } } ] } }
            """;
        await ContentAsync(Item);

        // Act
        var exported = await _site.ExportAsync(_tenant);

        // Assert
        Assert.Contains("<b style='x'>a&nbsp;</b>", exported, StringComparison.Ordinal);
        Assert.Equal(1, (await ContentAsync(Item)).Totals.Unchanged);
    }

    [Fact]
    public async Task Content_ThatChanged_AddsAVersion_AndTakesThePublicPlace()
    {
        // Arrange
        await ContentAsync(Notice);

        // Act
        await ContentAsync(Notice.Replace("正文", "新的正文", StringComparison.Ordinal));

        // Assert
        Assert.Equal(2, (await VersionsAsync()).Count);
        Assert.Contains("新的正文", (await PublishedAsync())!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_LatestOnly_LeavesThePublicVersion()
    {
        // Arrange
        await ContentAsync(Notice);

        // Act
        await ContentAsync(Notice.Replace("\"Published\": true", "\"Published\": false", StringComparison.Ordinal).Replace("正文", "草稿", StringComparison.Ordinal));

        // Assert
        Assert.Contains("正文", (await PublishedAsync())!, StringComparison.Ordinal);
        Assert.Contains("草稿", await _site.ExportAsync(_tenant), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_NeitherLatestNorPublished_IsAnOlderVersion()
    {
        // Arrange
        await ContentAsync(Notice);

        // Act
        await ContentAsync(Notice.Replace("true", "false", StringComparison.Ordinal).Replace("正文", "旧文", StringComparison.Ordinal));

        // Assert
        Assert.Equal(2, (await VersionsAsync()).Count);
        Assert.DoesNotContain("旧文", await _site.ExportAsync(_tenant), StringComparison.Ordinal);
    }

    [Fact]
    public async Task KnownVersion_WithOtherContent_IsMergedWithArraysReplaced_AndHistoryKeepsWhatItWas()
    {
        // Arrange
        const string Before = """{ "ContentItemId": "a", "ContentItemVersionId": "v", "ContentType": "T", "Latest": true, "Published": true, "P": { "x": 1, "list": [1, 2] } }""";
        const string After = """{ "ContentItemId": "a", "ContentItemVersionId": "v", "ContentType": "T", "Latest": true, "Published": true, "P": { "y": 2, "list": [3] } }""";
        await ContentAsync(Before);

        // Act
        await ContentAsync(After);

        // Assert
        var versions = await VersionsAsync();
        Assert.Equal(2, versions.Count);
        Assert.Contains("\"P\":{\"x\":1,\"list\":[3],\"y\":2}", versions.Single(version => version.ContentItemVersionId == "v").Json, StringComparison.Ordinal);
        Assert.Contains("[1,2]", versions.Single(version => version.ContentItemVersionId != "v").Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_ThatComesTwice_IsSkippedTheSecondTime()
    {
        // Arrange
        const string Item = """{ "ContentItemId": "a", "ContentItemVersionId": "v", "ContentType": "T", "Latest": true }""";

        // Act
        var report = await ContentAsync(Item + "," + Item);

        // Assert
        Assert.Equal((1, 1), (report.Totals.Applied, report.Totals.Skipped));
    }

    [Fact]
    public async Task Dates_OwnerAndAuthor_AreThoseOfTheRecipe()
    {
        // Act
        await ContentAsync("""
            { "ContentItemId": "a", "ContentType": "T", "Latest": true, "Published": true, "Owner": "o", "Author": "w",
              "ModifiedUtc": "2021-03-15T09:50:13.5946299Z", "PublishedUtc": "2021-03-15T09:50:13.6226712Z", "CreatedUtc": "2021-02-22T14:17:14.7812362Z" }
            """);

        // Assert
        var json = (await VersionsAsync())[0].Json;
        Assert.Contains("\"ModifiedUtc\":\"2021-03-15T09:50:13.5946299Z\",\"PublishedUtc\":\"2021-03-15T09:50:13.6226712Z\",\"CreatedUtc\":\"2021-02-22T14:17:14.7812362Z\",\"Owner\":\"o\",\"Author\":\"w\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItemWithoutId_IsAnError_AndNothingIsDone()
    {
        // Act
        var report = await _site.RunAsync(_tenant, """{ "steps": [ { "name": "settings", "A": 1 }, { "name": "content", "data": [ { "ContentType": "T" } ] } ] }""");

        // Assert
        Assert.Equal("recipes.item-without-id", Assert.Single(report.Errors).Code);
        Assert.Null(await SettingAsync("A"));
    }

    [Fact]
    public async Task Address_OfAnotherItem_IsRefused()
    {
        // Act
        var report = await ContentAsync(Notice + "," + Notice.Replace("4notice", "4other0", StringComparison.Ordinal));

        // Assert
        Assert.Equal("recipes.address-taken", Assert.Single(report.Errors).Code);
        Assert.Empty(await VersionsAsync());
    }

    [Fact]
    public async Task FailingStep_LeavesTheTenantAsItWas()
    {
        // Arrange
        await _site.RunAsync(_tenant, """{ "steps": [ { "name": "settings", "A": 1 } ] }""");
        var before = await _site.ExportAsync(_tenant);

        // Act
        var report = await _site.RunAsync(_tenant, $$"""
            { "steps": [ { "name": "feature", "enable": ["Test.Late", "Test.Pages"] }, { "name": "themes", "site": "Test.Theme" }, { "name": "settings", "A": 2, "B": 1 },
              { "name": "content", "data": [ {{Notice}} ] }, { "name": "layers", "Layers": [ { "Name": "x" } ] }, { "name": "late", "fails": true } ] }
            """);

        // Assert
        Assert.Equal(5, Assert.Single(report.Errors).StepIndex);
        Assert.Equal(before, await _site.ExportAsync(_tenant));
        Assert.Equal(_tenant.Version, _site.Stores.Directory.Find(_tenant.Id)!.Version);
    }

    [Fact]
    public async Task DryRun_LeavesTheTenantAsItWas()
    {
        // Arrange
        var before = await _site.ExportAsync(_tenant);

        // Act
        var report = await _site.RunAsync(_tenant, $$"""{ "steps": [ { "name": "feature", "enable": ["Test.Pages"] }, { "name": "content", "data": [ {{Notice}} ] } ] }""", isDryRun: true);

        // Assert
        Assert.Equal(2, report.Totals.Applied);
        Assert.Equal(before, await _site.ExportAsync(_tenant));
        Assert.False(_site.Stores.Directory.Find(_tenant.Id)!.HasFeature("Test.Pages"));
    }

    [Fact]
    public async Task Feature_IsSwitchedOn_WithWhatItNeeds_AndItsStepsRun()
    {
        // Act
        var report = await _site.RunAsync(_tenant, """{ "steps": [ { "name": "feature", "enable": ["Test.Pages", "Test.Late"] }, { "name": "late" } ] }""");

        // Assert
        Assert.Contains(report.Entries, entry => entry.Code == "test.late");
        Assert.Superset(new HashSet<string> { "Test.Base", "Test.Pages", "Test.Late" }, _site.Stores.Directory.Find(_tenant.Id)!.Features.ToHashSet());
    }

    [Theory]
    [InlineData("OrchardCore.Lucene", "recipes.feature-unavailable", RecipeResult.Kept)]
    [InlineData("Test.County", "features.county-only", RecipeResult.Skipped)]
    public async Task Feature_ThatCannotBeOn_IsReported(string id, string code, RecipeResult result)
    {
        // Act
        var report = await _site.RunAsync(_tenant, $$"""{ "steps": [ { "name": "feature", "enable": ["{{id}}"] } ] }""");

        // Assert
        var entry = Assert.Single(report.Entries);
        Assert.Equal((code, result, id), (entry.Code, entry.Result, entry.ItemId));
        Assert.True(report.IsCommitted);
    }

    [Fact]
    public async Task Theme_ThatIsHere_IsSet()
    {
        // Act
        await _site.RunAsync(_tenant, """{ "steps": [ { "name": "themes", "site": "Test.Theme" } ] }""");

        // Assert
        Assert.Equal("Test.Theme", _site.Stores.Directory.Find(_tenant.Id)!.Theme);
    }

    [Fact]
    public async Task Settings_AreReplacedBySection_AndNullsAreSkipped()
    {
        // Act
        await _site.RunAsync(_tenant, """{ "steps": [ { "name": "Settings", "Own": { "a": 1, "b": 2 }, "Other": 1 }, { "name": "settings", "Own": { "a": 3 }, "Other": null } ] }""");

        // Assert
        Assert.Equal("""{"a":3}""", await SettingAsync("Own"));
        Assert.Equal("1", await SettingAsync("Other"));
    }

    [Fact]
    public async Task Secrets_AreLeftOutOfExports_UnlessAskedFor()
    {
        // Arrange
        await _site.RunAsync(_tenant, """{ "steps": [ { "name": "settings", "SmtpSettings": { "Password": "p1" } }, { "name": "OpenIdApplication", "ClientSecret": "p2" } ] }""");

        // Act
        var without = await _site.ExportAsync(_tenant);
        var with = await _site.ExportAsync(_tenant, includesSecrets: true);

        // Assert
        Assert.DoesNotContain("p1", without, StringComparison.Ordinal);
        Assert.DoesNotContain("p2", without, StringComparison.Ordinal);
        Assert.Contains("p1", with, StringComparison.Ordinal);
        Assert.Contains("p2", with, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Definitions_AreMergedReplacedAndDeleted()
    {
        // Act
        await _site.RunAsync(_tenant, """
            { "steps": [
              { "name": "ContentDefinition", "ContentTypes": [ { "Name": "A", "DisplayName": "甲", "Settings": { "S": { "x": [1] } } }, { "Name": "B", "DisplayName": "B" } ], "ContentParts": [ { "Name": "P" } ] },
              { "name": "ContentDefinition", "ContentTypes": [ { "Name": "A", "DisplayName": "甲", "Settings": { "S": { "x": [2] } } } ] },
              { "name": "ReplaceContentDefinition", "ContentTypes": [ { "Name": "B", "DisplayName": "乙" } ] },
              { "name": "DeleteContentDefinition", "ContentParts": ["P"] } ] }
            """);

        // Assert
        var definitions = await _site.InAsync(_tenant, services => services.GetRequiredService<DefinitionStore>().GetAsync(CancellationToken.None));
        Assert.Equal("""{"S":{"x":[1,2]}}""", definitions.FindType("A")!.Settings.ToJson().ToJsonString());
        Assert.Equal("乙", definitions.FindType("B")!.DisplayName);
        Assert.Empty(definitions.Parts);
    }

    [Fact]
    public async Task UnknownStep_IsExportedUnchanged()
    {
        // Arrange
        await _site.RunAsync(_tenant, """{ "steps": [ { "name": "Strange", "b": [3, 1, null], "a": 1.50 } ] }""");

        // Act
        var exported = await _site.ExportAsync(_tenant);

        // Assert
        Assert.Contains("\"name\": \"Strange\"", exported, StringComparison.Ordinal);
        Assert.Contains("1.50", exported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeptThing_ThatComesTwiceInOneStep_IsReplaced()
    {
        // Act
        var report = await _site.RunAsync(_tenant, """{ "steps": [ { "name": "Queries", "Queries": [ { "Name": "q", "Template": "old" }, { "Name": "q", "Template": "new" } ] } ] }""");

        // Assert
        Assert.Empty(report.Errors);
        var exported = await _site.ExportAsync(_tenant);
        Assert.Contains("\"new\"", exported, StringComparison.Ordinal);
        Assert.DoesNotContain("\"old\"", exported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AccountSteps_AreNeitherRunNorKept()
    {
        // Act
        var report = await _site.RunAsync(_tenant, """{ "steps": [ { "name": "Users", "Users": [ { "PasswordHash": "p1" } ] }, { "name": "command", "Commands": ["createUser /Password:p2"] } ] }""");

        // Assert
        Assert.Equal(2, report.Totals.Skipped);
        var exported = await _site.ExportAsync(_tenant, includesSecrets: true);
        Assert.DoesNotContain("p1", exported, StringComparison.Ordinal);
        Assert.DoesNotContain("p2", exported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Media_WithoutALibrary_IsKept_AndMissingFilesAreReported()
    {
        // Act
        var report = await _site.RunAsync(_tenant, """
            { "steps": [ { "name": "media", "Files": [ { "TargetPath": "a.txt", "Base64": "YQ==" }, { "Path": "b.txt", "SourcePath": "../b.txt" }, { "TargetPath": "c", "SourceUrl": "http://example.org/c" } ] } ] }
            """);

        // Assert
        Assert.Equal(["recipes.media-kept", "recipes.media-missing", "recipes.media-not-fetched"], report.Entries.Select(entry => entry.Code));
        Assert.Contains("YQ==", await _site.ExportAsync(_tenant), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ScheduledDraft_IsScheduledWhereItIsImported()
    {
        // Arrange
        await ContentAsync("""{ "ContentItemId": "a", "ContentType": "T", "Latest": true, "PublishLaterPart": { "ScheduledPublishUtc": "2027-01-01T00:00:00Z" } }""");

        // Act
        var row = await _site.InAsync(_tenant, services => services.GetRequiredService<ContentReader>().FindRowAsync("a", CancellationToken.None));

        // Assert
        Assert.Equal(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), row!.PublishAt);
        Assert.Equal(row.LatestVersionId, row.ScheduledVersionId);
    }

    [Fact]
    public async Task ScheduledVersion_WithANewerDraft_ArrivesElsewhereAsItWas()
    {
        // Arrange
        const string Scheduled = """{ "ContentItemId": "a", "ContentItemVersionId": "a1", "ContentType": "T", "Latest": true, "TitlePart": { "Title": "Approved" }, "PublishLaterPart": { "ScheduledPublishUtc": "2027-01-01T00:00:00Z" } }""";
        await ContentAsync(Scheduled);
        await _site.InAsync(_tenant, async services =>
        {
            var item = (await services.GetRequiredService<ContentReader>().FindLatestAsync("a", CancellationToken.None))!; // imported above
            item.Alter<AgencyCMS.ContentManagement.Items.Parts.TitlePart>(part => part.Title = "Saved since");
            return (await services.GetRequiredService<ContentManager>().SaveDraftAsync(item, 1, null, CancellationToken.None)).Value;
        });
        var other = await _site.AddTenantAsync("other");

        // Act
        var report = await _site.RunAsync(other, await _site.ExportAsync(_tenant));

        // Assert
        Assert.Empty(report.Errors);
        var row = (await _site.InAsync(other, services => services.GetRequiredService<ContentReader>().FindRowAsync("a", CancellationToken.None)))!;
        Assert.Equal("a1", row.ScheduledVersionId);
        Assert.NotEqual("a1", row.LatestVersionId);
    }

    [Fact]
    public async Task ScheduledVersion_ThatARecipeRewrites_IsPublishedAsItWasApproved()
    {
        // Arrange
        await ContentAsync("""{ "ContentItemId": "a", "ContentItemVersionId": "a1", "ContentType": "T", "Latest": true, "TitlePart": { "Title": "Approved" }, "PublishLaterPart": { "ScheduledPublishUtc": "2027-01-01T00:00:00Z" } }""");

        // Act
        await ContentAsync("""{ "ContentItemId": "a", "ContentItemVersionId": "a1", "ContentType": "T", "Latest": true, "TitlePart": { "Title": "Rewritten" }, "PublishLaterPart": { "ScheduledPublishUtc": null } }""");

        // Assert
        var pinned = await _site.InAsync(_tenant, async services =>
        {
            var reader = services.GetRequiredService<ContentReader>();
            var row = (await reader.FindRowAsync("a", CancellationToken.None))!; // imported above
            return await reader.FindVersionAsync(row, row.ScheduledVersionId!, CancellationToken.None);
        });
        Assert.Equal("Approved", pinned!.Part<AgencyCMS.ContentManagement.Items.Parts.TitlePart>()!.Title);
    }

    [Fact]
    public async Task KeptExpression_TravelsWithItsVariables()
    {
        // Arrange
        await _site.RunAsync(_tenant, """{ "variables": { "v": "1" }, "steps": [ { "name": "settings", "A": { "x": "[js: launch(variables('v'))]" } } ] }""");
        var other = await _site.AddTenantAsync("other");

        // Act
        var report = await _site.RunAsync(other, await _site.ExportAsync(_tenant));

        // Assert
        Assert.Empty(report.Errors);
        Assert.Contains("launch(variables('v'))", await _site.ExportAsync(other), StringComparison.Ordinal);
    }

    private Task<RecipeReport> ContentAsync(string items) => _site.RunAsync(_tenant, $$"""{ "steps": [ { "name": "content", "data": [ {{items}} ] } ] }""");

    private Task<List<ContentVersionRow>> VersionsAsync() =>
        _site.InAsync(_tenant, services => services.GetRequiredService<TenantDb>().Set<ContentVersionRow>().AsNoTracking().OrderBy(version => version.Number).ToListAsync());

    private Task<string?> PublishedAsync() => _site.InAsync(_tenant, async services =>
    {
        var db = services.GetRequiredService<TenantDb>();
        var row = await db.Set<ContentItemRow>().SingleAsync();
        return await db.Set<ContentVersionRow>().Where(version => version.ContentItemVersionId == row.PublishedVersionId).Select(version => version.Json).SingleOrDefaultAsync();
    });

    private Task<string?> SettingAsync(string name) => _site.InAsync(_tenant, async services =>
        (await services.GetRequiredService<TenantSettings>().FindAsync(name, CancellationToken.None))?.ToJsonString());
}

public sealed class SqliteTenantRecipesTests() : TenantRecipesTests(DatabaseProvider.Sqlite);

public sealed class PostgreSqlTenantRecipesTests() : TenantRecipesTests(DatabaseProvider.PostgreSql);
