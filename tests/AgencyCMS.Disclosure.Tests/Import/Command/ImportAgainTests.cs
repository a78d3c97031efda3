using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Contracts;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Disclosure.Tests.Fixtures;
using AgencyCMS.Media.Contracts;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes;
using AgencyCMS.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Disclosure.Tests.Import.Command;

public sealed class ImportAgainOnSqliteTests() : ImportAgainTests(DatabaseProvider.Sqlite);

public sealed class ImportAgainOnPostgreSqlTests() : ImportAgainTests(DatabaseProvider.PostgreSql);

/// <summary>What an import that comes again may do to what people have decided since.</summary>
public abstract class ImportAgainTests(DatabaseProvider provider) : ImportAgainTest(provider)
{
    private const string Line = """{"key":"1","title":"关于放假的通知","formedOn":"2026-01-02","body":"<p>第一稿</p>","genre":"notice","attachments":["a.txt"]}""";

    private string Corrected { get; } = Line.Replace("第一稿", "第二稿", StringComparison.Ordinal);

    [Fact]
    public async Task Line_WhereItsSiteWasTakenOver_IsTheSameItem()
    {
        // Arrange
        await ImportAsync(Line);
        await using (var from = Host.Scope(Finance))
        {
            await using var export = File.Create(PathOf("export.json"));
            await from.ServiceProvider.GetRequiredService<RecipeExporter>().ExportAsync(export, new(new()), CancellationToken.None);
        }
        await using (var to = Host.Scope(Neighbour))
        {
            var source = await RecipeSource.FromFileAsync(PathOf("export.json"), CancellationToken.None);
            Assert.Empty((await to.ServiceProvider.GetRequiredService<TenantRecipes>().RunAsync(source, isDryRun: false, null, CancellationToken.None)).Errors);
        }

        // Act
        var same = await RunAsync("import", await WriteAsync("same.jsonl", Line), "--tenant", "neighbour");
        var changed = await RunAsync("import", await WriteAsync("changed.jsonl", Corrected), "--tenant", "neighbour");

        // Assert
        Assert.Equal((0, 0, 1, 0), same.Counts);
        Assert.Equal((0, 1, 0, 0), changed.Counts);
        Assert.Single(await ItemsAsync(Neighbour));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{\\\"title\\\":null}")]
    [InlineData("[]")]
    public async Task Line_OfWhichARecipeSaysNonsense_IsOneOfWhichNothingIsRemembered(string columns)
    {
        // Arrange
        await ImportAsync(Line);
        await using (var db = Host.Services.GetRequiredService<StoreSessions>().Open(Finance.Id))
        {
            await db.Set<ImportedLineRow>().ExecuteDeleteAsync();
        }
        var step = $$"""{ "name": "ImportedLines", "Lines": [ { "ContentItemId": "{{(await RowAsync()).ContentItemId}}", "Columns": "{{columns}}" } ] }""";
        await using (var scope = Host.Scope(Finance))
        {
            await scope.ServiceProvider.GetRequiredService<TenantRecipes>().RunAsync(RecipeSource.FromText("nonsense", $$"""{ "steps": [ {{step}} ] }"""), isDryRun: false, null, CancellationToken.None);
        }

        // Act
        var result = await ImportAsync(Line);

        // Assert
        Assert.Equal("", result.Error);
        Assert.Equal((0, 0, 0, 1), result.Counts);
    }

    [Fact]
    public async Task ChangedLine_OfAnItemWithdrawn_LeavesItWithdrawn()
    {
        // Arrange
        await ImportAsync(Line);
        await ActAsync((ContentManager manager, ContentItemRow row) => manager.WithdrawAsync(row.ContentItemId, row.Stamp, "Wrong.", CancellationToken.None));

        // Act
        var result = await ImportAsync(Corrected);

        // Assert
        Assert.Null((await RowAsync()).PublishedVersionId);
        Assert.Contains("withdrawn", result.Json["refusals"]![0]!["reasons"]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnchangedLine_OfAnItemWithdrawn_LeavesItWithdrawn()
    {
        // Arrange
        await ImportAsync(Line);
        await ActAsync((ContentManager manager, ContentItemRow row) => manager.WithdrawAsync(row.ContentItemId, row.Stamp, "Wrong.", CancellationToken.None));
        var before = await RowAsync();

        // Act
        var result = await ImportAsync(Line);

        // Assert
        var after = await RowAsync();
        Assert.Equal((before.Stamp, null), (after.Stamp, after.PublishedVersionId));
        Assert.Contains("withdrawn", result.Json["notes"]![0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Audience.Staff, null)]
    [InlineData(Audience.Group, "finance-group")]
    public async Task ChangedLine_OfARestrictedItem_LeavesItAsItIs(Audience audience, string? group)
    {
        // Arrange
        await ImportAsync(Line);
        await EditAsync(item => item.Alter<AudiencePart>(part => (part.Audience, part.Group) = (audience, group)));
        var before = await RowAsync();

        // Act
        var result = await ImportAsync(Corrected);

        // Assert
        var after = await RowAsync();
        Assert.Equal((before.Stamp, audience, group), (after.Stamp, after.Audience, after.AudienceGroup));
        Assert.Equal((0, 0, 0, 1), result.Counts);
    }

    [Fact]
    public async Task ChangedLine_OfARestrictedItemCorrectedByHand_IsSaidToBeLeftAndNothingElse()
    {
        // Arrange
        await ImportAsync(Line);
        await EditAsync(item =>
        {
            item.Alter<HtmlBodyPart>(part => part.Html = "<p>更正稿</p>");
            AudiencePart.Put(item, Audience.Staff, null);
        });

        // Act
        var result = await ImportAsync(Corrected, "--overwrite-corrections");

        // Assert
        Assert.Equal((0, 0, 0, 1), result.Counts);
        Assert.Empty(result.Json["notes"]!.AsArray());
    }

    [Fact]
    public async Task ChangedLine_OfAnItemWithADraft_LeavesTheDraft()
    {
        // Arrange
        await ImportAsync(Line);
        await EditAsync(item => item.Alter<TitlePart>(part => part.Title = "改稿"), isPublished: false);
        var before = await RowAsync();

        // Act
        var result = await ImportAsync(Corrected);

        // Assert
        var after = await RowAsync();
        Assert.Equal((before.Stamp, "改稿"), (after.Stamp, after.DisplayText));
        Assert.Equal((0, 0, 0, 1), result.Counts);
    }

    [Fact]
    public async Task ChangedLine_OfAnItemScheduledForWithdrawal_LeavesItAsItIs()
    {
        // Arrange
        await ImportAsync(Line);
        await ActAsync((ContentSchedule schedule, ContentItemRow row) => schedule.ScheduleAsync(row.ContentItemId, row.Stamp, null, TimeProvider.System.GetUtcNow().AddDays(3), CancellationToken.None));
        var before = await RowAsync();

        // Act
        var result = await ImportAsync(Corrected);

        // Assert
        Assert.Equal(before.Stamp, (await RowAsync()).Stamp);
        Assert.Equal((0, 0, 0, 1), result.Counts);
    }

    [Fact]
    public async Task UnchangedLine_OfAnItemCorrectedByHand_KeepsTheCorrection()
    {
        // Arrange
        await ImportAsync(Line);
        await EditAsync(item => item.Alter<TitlePart>(part => part.Title = "关于放假的通知（更正）"));
        var before = await RowAsync();

        // Act
        var result = await ImportAsync(Line);

        // Assert
        Assert.Equal(before.Stamp, (await RowAsync()).Stamp);
        Assert.Equal((0, 0, 1, 0), result.Counts);
    }

    [Fact]
    public async Task ChangedLine_OfHistory_LeavesTheDayOfPublicationOnThePageAndSaysTheDayOfTheChange()
    {
        // Arrange
        var line = Line.Replace("\"key\"", "\"publishedOn\":\"2026-01-05\",\"key\"", StringComparison.Ordinal);
        await ImportAsync(line);

        // Act
        await ImportAsync(line.Replace("第一稿", "第二稿", StringComparison.Ordinal));

        // Assert
        var page = await Testing.Browsing.Browser.ParseAsync(await Host.CreateClient(Finance).GetAsync((await ItemAsync()).Part<AutoroutePart>()!.Path));
        var metadata = page.QuerySelector("main")!.TextContent;
        Assert.Matches(@"发布日期\s*：?\s*2026-01-05", metadata);
        Assert.Matches($@"更新日期\s*：?\s*{TimeProvider.System.GetLocalNow().Year}", metadata);
        Assert.StartsWith("2026-01-05", page.QuerySelector("meta[name=PubDate]")!.GetAttribute("content"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_OfTheAgency_GivesNoIndexNumberAgain()
    {
        // Arrange
        await ImportAsync(Line);
        Assert.Equal(0, (await RunAsync("backup", PathOf("backup"))).ExitCode);
        await RunAsync("import", await WriteAsync("more.jsonl", """{"key":"2","title":"恢复前的通知","formedOn":"2026-01-03"}"""), "--tenant", "finance");
        var before = (await NumbersAsync()).Max(StringComparer.Ordinal);

        // Act
        Assert.Equal(0, (await RunAsync("restore", PathOf("backup"), "--tenant", "finance")).ExitCode);
        await RunAsync("import", await WriteAsync("later.jsonl", """{"key":"3","title":"恢复后的通知","formedOn":"2026-01-03"}"""), "--tenant", "finance");

        // Assert
        var after = await NumbersAsync();
        Assert.Equal(2, after.Count);
        Assert.DoesNotContain(before, after);
    }

    [Fact]
    public async Task Import_IntoASiteThatWasShutOnAnotherNode_RefusesItsLines()
    {
        // Arrange
        await using (var db = Host.Services.GetRequiredService<StoreSessions>().OpenCounty())
        {
            var table = db.Database.IsNpgsql() ? "county.tenants" : "tenants";
            await db.Database.ExecuteSqlRawAsync($"UPDATE {table} SET state = 'Suspended' WHERE name = 'finance'");
        }

        // Act
        var result = await ImportAsync(Line);

        // Assert
        Assert.Equal((0, 0, 0, 1), result.Counts);
        Assert.Contains("not running", result.Json["refusals"]![0]!["reasons"]![0]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(await ItemsAsync(Finance));
    }

    [Fact]
    public async Task Restore_WhileAnImportWrites_WaitsForIt()
    {
        // Arrange
        await ImportAsync(Line);
        Assert.Equal(0, (await RunAsync("backup", PathOf("backup"))).ExitCode);
        Task<CommandResult> restore;
        await using (await Host.Services.GetRequiredService<WorkLocks>().TakeAsync(WorkLocks.NameOfWriting(Finance.Id), CancellationToken.None))
        {
            // Act
            restore = RunAsync("restore", PathOf("backup"), "--tenant", "finance");
            await Eventually.IsTrueAsync(() => !Host.Services.GetRequiredService<TenantDirectory>().Find(Finance.Id)!.IsRunning, "the site is shut");
            await EditAsync(item => item.Alter<TitlePart>(part => part.Title = "改稿"), isPublished: false);

            // Assert
            Assert.False(restore.IsCompleted);
        }
        Assert.Equal(0, (await restore).ExitCode);
        Assert.Equal("关于放假的通知", (await RowAsync()).DisplayText);
    }

    [Fact]
    public async Task Line_WithTheKeyOfAnotherDocument_IsRefused()
    {
        // Arrange
        await ImportAsync(Line);

        // Act
        var result = await ImportAsync("""{"key":"1","title":"二月公告","formedOn":"2026-02-05","body":"<p>二月全文</p>"}""");

        // Assert
        Assert.Equal((0, 0, 0, 1), result.Counts);
        Assert.Equal("关于放假的通知", (await RowAsync()).DisplayText);
    }

    [Fact]
    public async Task ChangedLine_ChangesTheText()
    {
        // Arrange
        await ImportAsync(Line);

        // Act
        await ImportAsync(Corrected);

        // Assert
        Assert.Equal("<p>第二稿</p>", (await ItemAsync()).Part<HtmlBodyPart>()!.Html);
    }

    [Fact]
    public async Task ChangedLine_KeepsIndexNumberAndAddress()
    {
        // Arrange
        await ImportAsync(Line);
        var before = await ItemAsync();

        // Act
        await ImportAsync(Corrected);

        // Assert
        var after = await ItemAsync();
        Assert.Equal(before.Part<DisclosurePart>()!.IndexNumber, after.Part<DisclosurePart>()!.IndexNumber);
        Assert.Equal(before.Part<AutoroutePart>()!.Path, after.Part<AutoroutePart>()!.Path);
        Assert.Equal([before.Part<DisclosurePart>()!.IndexNumber!], await NumbersAsync());
    }

    [Fact]
    public async Task ChangedLine_KeepsWhatItSaysNothingOf()
    {
        // Arrange
        await ImportAsync(Line);
        await EditAsync(item =>
        {
            item.Alter<DisclosurePart>(part => (part.Summary, part.Keywords, part.Validity) = ("概述", ["放假"], "abolished"));
            item.Document["OtherPart"] = new System.Text.Json.Nodes.JsonObject { ["Kept"] = 7 };
        });

        // Act
        await ImportAsync(Corrected);

        // Assert
        var part = (await ItemAsync()).Part<DisclosurePart>()!;
        Assert.Equal(("概述", "放假", "abolished"), (part.Summary, Assert.Single(part.Keywords), part.Validity));
        Assert.Equal(7, (await ItemAsync()).Document["OtherPart"]!["Kept"]!.GetValue<int>());
    }

    [Fact]
    public async Task ChangedLine_KeepsHandCorrectionsOfItsOtherColumns()
    {
        // Arrange
        await ImportAsync(Line);
        await EditAsync(item => item.Alter<TitlePart>(part => part.Title = "更正后的标题"));

        // Act
        await ImportAsync(Corrected);

        // Assert
        var item = await ItemAsync();
        Assert.Equal(("更正后的标题", "<p>第二稿</p>"), (item.DisplayText, item.Part<HtmlBodyPart>()!.Html));
    }

    [Fact]
    public async Task ChangedFile_LeavesFilesAddedByHand()
    {
        // Arrange
        await ImportAsync(Line);
        await AttachAsync("手工.txt");
        await WriteAsync("a.txt", "乙");

        // Act
        await ImportAsync(Line);

        // Assert
        var files = (await ItemAsync()).Part<AttachmentsPart>()!.Attachments;
        Assert.Equal(["a.txt", "手工.txt"], files.Select(file => file.FileName));
    }

    [Fact]
    public async Task ChangedLine_ImportedAThirdTime_ChangesNothing()
    {
        // Arrange
        await ImportAsync(Line);
        await ImportAsync(Corrected);
        var before = await RowAsync();

        // Act
        var result = await ImportAsync(Corrected);

        // Assert
        Assert.Equal((before.Stamp, (0, 0, 1, 0)), ((await RowAsync()).Stamp, result.Counts));
    }

    [Fact]
    public async Task UnchangedLine_OfAnItemWhoseOlderVersionCameBack_KeepsThatVersion()
    {
        // Arrange
        await ImportAsync(Line);
        var first = await RowAsync();
        await ImportAsync(Corrected);
        await ActAsync((ContentManager manager, ContentItemRow row) => manager.RestoreAsync(row.ContentItemId, first.PublishedVersionId!, row.Stamp, "Back.", CancellationToken.None));
        await ActAsync((ContentManager manager, ContentItemRow row) => manager.PublishAsync(row.ContentItemId, row.Stamp, CancellationToken.None));

        // Act
        await ImportAsync(Corrected);

        // Assert
        Assert.Equal("<p>第一稿</p>", (await ItemAsync()).Part<HtmlBodyPart>()!.Html);
    }

    [Fact]
    public async Task DryRun_OfAChangedLine_LeavesItsNextImportAsItWas()
    {
        // Arrange
        await ImportAsync(Line);
        await RunAsync("import", await WriteAsync("lines.jsonl", Corrected), "--tenant", "finance", "--dry-run");

        // Act
        var result = await ImportAsync(Corrected);

        // Assert
        Assert.Equal((0, 1, 0, 0), result.Counts);
    }

    [Fact]
    public async Task Line_FormedAfterItsPublication_IsRefused()
    {
        // Act
        var result = await ImportAsync("""{"key":"1","title":"倒签","formedOn":"2026-02-01","publishedOn":"2026-01-10"}""");

        // Assert
        Assert.Contains("2026-01-10", result.Json["refusals"]![0]!["reasons"]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ImportedItem_EditedToBeFormedAfterItsPublication_IsRefused()
    {
        // Arrange
        await ImportAsync("""{"key":"1","title":"倒签","formedOn":"2026-01-02","publishedOn":"2026-01-10"}""");
        var item = (await ItemAsync()).Alter<DisclosurePart>(part => part.FormedOn = new DateOnly(2026, 2, 1));
        await using var scope = Host.Scope(Finance);

        // Act
        var outcome = await scope.ServiceProvider.GetRequiredService<ContentManager>().SaveAndPublishAsync(item, (await RowAsync()).Stamp, null, CancellationToken.None);

        // Assert
        Assert.Equal("disclosure.formed-after-publication", Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public async Task LineWithADateToCome_IsScheduledForIt()
    {
        // Arrange
        var day = TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(20);

        // Act
        var result = await ImportAsync(FormattableString.Invariant($$"""{"key":"1","title":"将来的通知","publishedOn":"{{day:yyyy-MM-dd}}"}"""));

        // Assert
        var row = await RowAsync();
        Assert.Equal((null, 1), (row.PublishedVersionId, result.Json["scheduled"]!.GetValue<int>()));
        Assert.Equal(new DateTimeOffset(DateTime.SpecifyKind(day, DateTimeKind.Unspecified), TimeSpan.FromHours(8)), row.PublishAt);
    }

    [Fact]
    public async Task LineWithADateToCome_Repeated_ChangesNothing()
    {
        // Arrange
        var line = FormattableString.Invariant($$"""{"key":"1","title":"将来的通知","publishedOn":"{{TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(20):yyyy-MM-dd}}"}""");
        await ImportAsync(line);
        var before = await RowAsync();

        // Act
        var result = await ImportAsync(line);

        // Assert
        Assert.Equal((before.Stamp, before.PublishAt, (0, 0, 1, 0)), ((await RowAsync()).Stamp, (await RowAsync()).PublishAt, result.Counts));
    }

    [Fact]
    public async Task Import_WhileEditorsPublish_ComesToItsEnd()
    {
        // Arrange
        var lines = Enumerable.Range(1, 1500).Select(number => FormattableString.Invariant($$"""{"key":"{{number}}","title":"第{{number}}号","formedOn":"2026-01-02"}""")).ToArray();
        var file = await WriteAsync("many.jsonl", lines);
        var editor = PublishAsync(items: 30);

        // Act
        var result = await RunAsync("import", file, "--tenant", "finance");
        await editor;

        // Assert
        Assert.Equal((1500, 0, 0, 0), result.Counts);
        Assert.Equal(1530, (await ItemsAsync(Finance)).Count);
    }

    private async Task PublishAsync(int items)
    {
        for (var published = 0; published < items;)
        {
            await using var scope = Host.Scope(Finance);
            try
            {
                await scope.ServiceProvider.GetRequiredService<ContentBatches>().PublishAsync(
                    [new BatchItem(DisclosureSite.NewItem($"稿件{published}", "a20_15_notices"), 0)], null, null, CancellationToken.None);
                published++;
            }
            catch (DbUpdateException)
            {
                // The import was first; the editor publishes again.
            }
        }
    }

    private async Task<List<string>> NumbersAsync()
    {
        await using var db = Host.Services.GetRequiredService<StoreSessions>().Open(Finance.Id);
        return await db.Set<IndexNumberRow>().Select(row => row.Number).ToListAsync();
    }

    private async Task AttachAsync(string name)
    {
        await using var scope = Host.Scope(Finance);
        using var content = new MemoryStream("手工"u8.ToArray());
        var added = await scope.ServiceProvider.GetRequiredService<IAttachmentStore>().AddAsync((await RowAsync()).ContentItemId, name, content, CancellationToken.None);
        await EditAsync(item => item.Alter<AttachmentsPart>(part => part.Attachments = [.. part.Attachments, added.Value]));
    }
}
