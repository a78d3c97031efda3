using System.Text;
using System.Xml.Linq;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Contracts;
using AgencyCMS.Disclosure.Tests.Fixtures;
using AgencyCMS.Recipes;
using AgencyCMS.Testing.Browsing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Disclosure.Tests.Import.Command;

public sealed class ImportCommandOnSqliteTests() : ImportCommandTests(DatabaseProvider.Sqlite);

public sealed class ImportCommandOnPostgreSqlTests() : ImportCommandTests(DatabaseProvider.PostgreSql);

/// <summary>The command <c>import</c> as operators run it.</summary>
public abstract class ImportCommandTests(DatabaseProvider provider) : DisclosureTest(provider)
{
    private const string First = """{"title":"关于放假的通知","formedOn":"2026-01-02","paragraphs":["一","二"]}""";
    private const string Second = """{"title":"政务公开要点","formedOn":"2026-02-03"}""";

    [Fact]
    public async Task Import_JsonLines_PublishesEachLine()
    {
        // Arrange
        var file = await WriteAsync("lines.jsonl", First, "", Second);

        // Act
        var result = await RunAsync("import", file, "--tenant", "finance");

        // Assert
        Assert.Equal((0, (2, 0, 0, 0)), (result.ExitCode, result.Counts));
        Assert.Equal(["关于放假的通知", "政务公开要点"], await TitlesAsync(Finance));
    }

    [Fact]
    public async Task Import_TextThatHidesAPassage_LeavesItOutAndSaysSo()
    {
        // Arrange
        var file = await WriteAsync("lines.jsonl", """{"title":"关于放假的通知","formedOn":"2026-01-02","body":"<p>正文</p><p style=\"display:none\">内部意见</p>"}""");

        // Act
        var result = await RunAsync("import", file, "--tenant", "finance");

        // Assert
        Assert.Equal((1, 0, 0, 0), result.Counts);
        Assert.Equal("import.hidden-left-out", Assert.Single(result.Json["notes"]!.AsArray())!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Import_CommaSeparatedValuesWithAByteOrderMark_PublishesEachRow()
    {
        // Arrange
        await File.WriteAllTextAsync(PathOf("table.csv"), "标题,成文日期,正文\n关于放假的通知,2026/1/2,\"甲,\n乙\"\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        // Act
        var result = await RunAsync("import", PathOf("table.csv"), "--tenant", "finance");

        // Assert
        Assert.Equal((1, 0, 0, 0), result.Counts);
        Assert.Equal(["关于放假的通知"], await TitlesAsync(Finance));
    }

    [Fact]
    public async Task Import_DigitsWrappedForASpreadsheet_AreReadWithoutTheWrapping()
    {
        // Arrange
        await File.WriteAllTextAsync(PathOf("table.csv"), "标题,成文日期,文号\n关于放假的通知,2026-01-02,\"=\"\"00123\"\"\"\n");

        // Act
        await RunAsync("import", PathOf("table.csv"), "--tenant", "finance");

        // Assert
        Assert.Equal("00123", (await ItemAsync("关于放假的通知")).Part<DisclosurePart>()!.DocumentNumber);
    }

    [Fact]
    public async Task Line_WithAccidentsOfOfficePrograms_IsPublishedWithoutThemAndSaysSo()
    {
        // Arrange
        await File.WriteAllTextAsync(PathOf("table.csv"), "标题,成文日期,文号\n关于\u200B放\u00AD假的通知,2026-01-02,澄财\uFEFF〔2026〕3号\n");

        // Act
        var result = await RunAsync("import", PathOf("table.csv"), "--tenant", "finance");

        // Assert
        Assert.Equal((1, 0, 0, 0), result.Counts);
        Assert.Equal(["关于放假的通知"], await TitlesAsync(Finance));
        Assert.Equal("import.unseen-removed", Assert.Single(result.Json["notes"]!.AsArray())!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Line_WithAccidents_RunAgain_ChangesNothing()
    {
        // Arrange
        await File.WriteAllTextAsync(PathOf("table.csv"), "标题,成文日期\n关于\u200B放假的通知,2026-01-02\n");
        await RunAsync("import", PathOf("table.csv"), "--tenant", "finance");

        // Act
        var result = await RunAsync("import", PathOf("table.csv"), "--tenant", "finance");

        // Assert
        Assert.Equal((0, 0, 1, 0), result.Counts);
    }

    [Theory]
    [InlineData("关于\u202E放假的通知,澄财〔2026〕3号", "标题")]
    [InlineData("关于放假的通知,澄财\u2066〔2026〕3号", "文号")]
    public async Task Line_WithACharacterThatTurnsTheOrder_IsRefusedAndNamesTheColumn(string cells, string column)
    {
        // Arrange
        await File.WriteAllTextAsync(PathOf("table.csv"), $"标题,文号\n{cells}\n");

        // Act
        var result = await RunAsync("import", PathOf("table.csv"), "--tenant", "finance");

        // Assert
        Assert.Equal((0, 0, 0, 1), result.Counts);
        Assert.Contains($"“{column}” is U+20", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("标题,成文日期,公开范围\n人事安排,2026-01-02,内部\n")]
    [InlineData("标题,成文日期,公开方式\n人事安排,2026-01-02,依申请公开\n")]
    [InlineData("标题,成文日期,Audience\n人事安排,2026-01-02,7\n")]
    public async Task Line_ThatSaysItIsNotForEverybody_IsRefused(string table)
    {
        // Arrange
        await File.WriteAllTextAsync(PathOf("table.csv"), table);

        // Act
        var result = await RunAsync("import", PathOf("table.csv"), "--tenant", "finance");

        // Assert
        Assert.Equal((0, 0, 0, 1), result.Counts);
        Assert.Empty(await TitlesAsync(Finance));
    }

    [Fact]
    public async Task Import_CommaSeparatedValuesAsChineseExcelWritesThem_AreReadAsChinese()
    {
        // Arrange
        var chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        await File.WriteAllTextAsync(PathOf("table.csv"), "标题,成文日期\n关于放假的通知,2026年1月2日\n", chinese);

        // Act
        await RunAsync("import", PathOf("table.csv"), "--tenant", "finance");

        // Assert
        Assert.Equal(["关于放假的通知"], await TitlesAsync(Finance));
    }

    [Fact]
    public async Task Import_FileThatIsNoWorkbook_IsRefused()
    {
        // Arrange
        var file = await WriteAsync("table.xlsx", "this is text");

        // Act
        var result = await RunAsync("import", file, "--tenant", "finance");

        // Assert
        Assert.Equal((1, true), (result.ExitCode, result.Error.Contains("import.not-readable", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Import_WithAMap_UnderstandsColumnsAndValues()
    {
        // Arrange
        var file = await WriteAsync("table.csv", "Heading,Day,Office,Remark", "Holidays,2026-01-02,财政,x");
        var map = await WriteAsync("map.json", """{ "columns": { "Heading": "title", "Day": "formedOn", "Office": "agency", "Remark": "" }, "values": { "agency": { "财政": "finance" } }, "defaults": { "entry": "a20_15_open_affairs" } }""");

        // Act
        var result = await RunAsync("import", file, "--by", "Office", "--map", map);

        // Assert
        Assert.Equal((1, 0, 0), (result.Counts.Created, result.Json["entriesChosen"]!.GetValue<int>(), result.Json["unknownColumns"]!.AsObject().Count));
        Assert.Equal(["Holidays"], await TitlesAsync(Finance));
    }

    [Fact]
    public async Task Import_DryRun_SaysWhatItWouldDo()
    {
        // Arrange
        var file = await WriteAsync("lines.jsonl", First, """{"title":"将来","formedOn":"2199-01-01"}""");

        // Act
        var result = await RunAsync("import", file, "--tenant", "finance", "--dry-run");

        // Assert
        Assert.Equal((1, 0, 0, 1), result.Counts);
    }

    [Fact]
    public async Task Import_DryRun_ChangesNothing()
    {
        // Arrange
        var file = await WriteAsync("lines.jsonl", First, Second);

        // Act
        await RunAsync("import", file, "--tenant", "finance", "--dry-run");

        // Assert
        Assert.Empty(await ItemsAsync(Finance));
    }

    [Fact]
    public async Task Import_ALineThatCannotBeTaken_IsNamedWithItsReason()
    {
        // Arrange
        var file = await WriteAsync("lines.jsonl", First, "{broken", """{"formedOn":"2026-01-02"}""", """{"title":"无日期"}""");

        // Act
        var result = await RunAsync("import", file, "--tenant", "finance");

        // Assert
        Assert.Equal(1, result.ExitCode);
        Assert.Equal([2, 3, 4], result.Json["refusals"]!.AsArray().Select(refusal => refusal!["line"]!.GetValue<int>()).Order());
        Assert.Contains("The title is missing.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_TheSameLineTwice_TakesTheFirst()
    {
        // Arrange
        var filler = Enumerable.Range(1, 250).Select(number => $$"""{"key":"{{number}}","title":"第{{number}}号","formedOn":"2026-01-02"}""");
        var file = await WriteAsync("lines.jsonl", [First, .. filler, First]);

        // Act
        var result = await RunAsync("import", file, "--tenant", "finance");

        // Assert
        Assert.Equal((251, 0, 0, 1), result.Counts);
    }

    [Fact]
    public async Task Import_Repeated_FindsNothingNew()
    {
        // Arrange
        var file = await WriteAsync("lines.jsonl", First, Second);
        await RunAsync("import", file, "--tenant", "finance");

        // Act
        var result = await RunAsync("import", file, "--tenant", "finance");

        // Assert
        Assert.Equal((0, 0, 2, 0), result.Counts);
    }

    [Fact]
    public async Task Import_ChangedLine_UpdatesItsItem()
    {
        // Arrange
        await RunAsync("import", await WriteAsync("lines.jsonl", First, Second), "--tenant", "finance");

        // Act
        var result = await RunAsync("import", await WriteAsync("lines.jsonl", First.Replace("二", "三", StringComparison.Ordinal), Second), "--tenant", "finance");

        // Assert
        Assert.Equal((0, 1, 1, 0), result.Counts);
        using var reader = new Browser(Host.CreateClient(Finance));
        var page = await reader.ReadAsync((await reader.ReadAsync("catalogue/a20_15_notices")).QuerySelector("main a[href*='/info/']")!.GetAttribute("href")!);
        Assert.Equal(["一", "三"], page.QuerySelectorAll("#text p").Select(paragraph => paragraph.TextContent));
    }

    [Fact]
    public async Task Import_UnderTheHeadingsThatTheSiteUses_FillsEveryProperty()
    {
        // Arrange
        var file = await WriteAsync("table.csv", "信息名称,正文,成文日期,文号,体裁分类,目录栏目,关键词,内容概述", "关于放假的通知,<p>正文</p>,2026-01-02,澄财〔2026〕1号,通知,政务公开,放假、值班,概述一");

        // Act
        var result = await RunAsync("import", file, "--tenant", "finance");

        // Assert
        Assert.Equal(((1, 0, 0, 0), 0), (result.Counts, result.Json["unknownColumns"]!.AsObject().Count));
        var part = (await ItemAsync("关于放假的通知")).Part<DisclosurePart>()!;
        Assert.Equal(("a20_15_open_affairs", "概述一", "澄财〔2026〕1号"), (part.Entry, part.Summary, part.DocumentNumber));
        Assert.Equal(["放假", "值班"], part.Keywords);
    }

    [Theory]
    [InlineData("政务公开")]
    [InlineData("a20_15_open_affairs")]
    [InlineData("业务 / 公告")]
    [InlineData("业务＞公告")]
    [InlineData("own_work")]
    public async Task Import_NamingAnEntryAsPeopleDo_FindsIt(string entry)
    {
        // Arrange
        await AddEntriesAsync();
        var file = await WriteAsync("lines.jsonl", $$"""{"title":"甲","formedOn":"2026-01-02","entry":"{{entry}}"}""");

        // Act
        var result = await RunAsync("import", file, "--tenant", "finance");

        // Assert
        var expected = entry.Contains("公告", StringComparison.Ordinal) || entry == "own_work" ? "own_work" : "a20_15_open_affairs";
        Assert.Equal((1, expected), (result.Counts.Created, (await ItemAsync("甲")).Part<DisclosurePart>()!.Entry));
    }

    [Fact]
    public async Task Import_NamingAnEntryBySeveralEntriesTitle_AsksWhichIsMeant()
    {
        // Arrange
        await AddEntriesAsync();
        var file = await WriteAsync("lines.jsonl", """{"title":"甲","formedOn":"2026-01-02","entry":"公告"}""");

        // Act
        var result = await RunAsync("import", file, "--tenant", "finance");

        // Assert
        Assert.Contains("业务 / 公告", result.Json["refusals"]![0]!["reasons"]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfALineWithoutADateOfPublication_IsPublishedNow()
    {
        // Arrange
        var before = TimeProvider.System.GetUtcNow();

        // Act
        await RunAsync("import", await WriteAsync("lines.jsonl", """{"title":"旧文","formedOn":"2019-03-05"}"""), "--tenant", "finance");

        // Assert
        Assert.True(Assert.Single(await ItemsAsync(Finance)).PublishedAt >= before);
        Assert.False((await ItemAsync("旧文")).Has<ImportedPart>());
    }

    [Fact]
    public async Task Import_OfHistory_SaysOnItsPageThatItIsHistory()
    {
        // Arrange
        using var reader = new Browser(Host.CreateClient(Finance));

        // Act
        await RunAsync("import", await WriteAsync("lines.jsonl", """{"title":"旧文","formedOn":"2019-03-05","publishedOn":"2019-03-06"}"""), "--tenant", "finance");
        var page = await reader.ReadAsync((await reader.ReadAsync("catalogue/a20_15_notices")).QuerySelector("main a[href*='/info/']")!.GetAttribute("href")!);

        // Assert
        Assert.Contains("历史数据", page.QuerySelector("article header")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2019-03-06", page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfHistory_KeepsThePlatformsOwnMomentOfPublication()
    {
        // Arrange
        var before = TimeProvider.System.GetUtcNow();

        // Act
        await RunAsync("import", await WriteAsync("lines.jsonl", """{"title":"旧文","formedOn":"2019-03-05","publishedOn":"2019-03-06"}"""), "--tenant", "finance");

        // Assert
        await using var db = Host.Services.GetRequiredService<StoreSessions>().Open(Finance.Id);
        Assert.True((await db.Set<ContentVersionRow>().SingleAsync()).PublishedAt >= before);
        Assert.Equal(new DateTimeOffset(2019, 3, 5, 16, 0, 0, TimeSpan.Zero), (await ItemAsync("旧文")).Part<ImportedPart>()!.StatedPublishedUtc);
    }

    [Fact]
    public async Task Import_OfADateOfPublicationForAnItemPublishedHere_DoesNotDateItBack()
    {
        // Arrange
        await RunAsync("import", await WriteAsync("lines.jsonl", """{"key":"1","title":"新文","formedOn":"2019-03-05"}"""), "--tenant", "finance");
        var before = Assert.Single(await ItemsAsync(Finance));

        // Act
        var result = await RunAsync("import", await WriteAsync("lines.jsonl", """{"key":"1","title":"新文","formedOn":"2019-03-05","publishedOn":"2019-03-06"}"""), "--tenant", "finance");

        // Assert
        Assert.Equal(before.PublishedAt, Assert.Single(await ItemsAsync(Finance)).PublishedAt);
        Assert.Single(result.Json["notes"]!.AsArray());
    }

    [Fact]
    public async Task Import_OfACorrection_MovesTheFeedOn()
    {
        // Arrange
        using var reader = new Browser(Host.CreateClient(Finance));
        await RunAsync("import", await WriteAsync("lines.jsonl", """{"key":"1","title":"旧文","formedOn":"2019-03-05","publishedOn":"2019-03-06"}"""), "--tenant", "finance");
        var before = await UpdatedAsync(reader);

        // Act
        await RunAsync("import", await WriteAsync("lines.jsonl", """{"key":"1","title":"旧文（更正）","formedOn":"2019-03-05","publishedOn":"2019-03-06"}"""), "--tenant", "finance");

        // Assert
        Assert.True(await UpdatedAsync(reader) > before);
    }

    [Fact]
    public async Task Import_OfATextWithAPictureInside_ShowsItAsAFileOfTheItem()
    {
        // Arrange
        const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
        using var reader = new Browser(Host.CreateClient(Finance));

        // Act
        await RunAsync("import", await WriteAsync("lines.jsonl", $$"""{"title":"有图","formedOn":"2026-01-02","body":"<p>图：<img src=\"data:image/png;base64,{{Pixel}}\" alt=\"章\"></p>"}"""), "--tenant", "finance");

        // Assert
        var address = (await reader.ReadAsync("catalogue/a20_15_notices")).QuerySelector("main a[href*='/info/']")!.GetAttribute("href")!;
        var picture = (await reader.ReadAsync(address)).QuerySelector("#text img")!;
        var answer = await reader.GetAsync(new Uri(new Uri(reader.Root, address), picture.GetAttribute("src")!).ToString());
        Assert.Equal(Convert.FromBase64String(Pixel), await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Import_OfATextWithAPictureThatCannotBeRead_SaysSo()
    {
        // Arrange
        var file = await WriteAsync("lines.jsonl", """{"title":"有图","formedOn":"2026-01-02","body":"<p>图：<img src=\"data:image/png;base64,%%%\"></p>"}""");

        // Act
        var result = await RunAsync("import", file, "--tenant", "finance");

        // Assert
        Assert.Equal("import.pictures-lost", Assert.Single(result.Json["notes"]!.AsArray())!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Withdraw_OfAnImport_TakesBackWhatItBrought()
    {
        // Arrange
        await RunAsync("import", await WriteAsync("first.jsonl", First), "--tenant", "finance");
        var import = await RunAsync("import", await WriteAsync("second.jsonl", First, Second), "--tenant", "finance");

        // Act
        var result = await RunAsync("import", "withdraw", import.Json["importId"]!.GetValue<string>(), "--reason", "误导入", "--yes");

        // Assert
        Assert.Equal((0, 1), (result.ExitCode, result.Json["withdrawn"]!.GetValue<int>()));
        Assert.Equal(["关于放假的通知"], await TitlesAsync(Finance));
    }

    [Fact]
    public async Task Withdraw_WithoutItsConfirmation_ChangesNothing()
    {
        // Arrange
        var import = await RunAsync("import", await WriteAsync("lines.jsonl", First, Second), "--tenant", "finance");

        // Act
        var result = await RunAsync("import", "withdraw", import.Json["importId"]!.GetValue<string>(), "--reason", "误导入");

        // Assert
        Assert.Equal((2, 2), (result.Json["wouldWithdraw"]!.GetValue<int>(), (await ItemsAsync(Finance)).Count));
    }

    [Fact]
    public async Task Withdraw_OfAnImportByAColumn_ReachesEverySite()
    {
        // Arrange
        var file = await WriteAsync("lines.jsonl", """{"agency":"finance","title":"财政","formedOn":"2026-01-02"}""", """{"agency":"neighbour","title":"邻居","formedOn":"2026-01-02"}""");
        var import = await RunAsync("import", file, "--by", "agency");

        // Act
        await RunAsync("import", "withdraw", import.Json["importId"]!.GetValue<string>(), "--reason", "误导入", "--yes");

        // Assert
        Assert.Equal((0, 0), ((await ItemsAsync(Finance)).Count, (await ItemsAsync(Neighbour)).Count));
    }

    [Fact]
    public async Task Import_ByAColumn_OfATitleThatSeveralSitesHave_IsRefused()
    {
        // Arrange
        await Host.UpdateAsync(Finance, tenant => tenant with { Title = "县财政局" });
        await Host.UpdateAsync(Neighbour, tenant => tenant with { Title = "县财政局" });

        // Act
        var result = await RunAsync("import", await WriteAsync("lines.jsonl", """{"agency":"县财政局","title":"甲","formedOn":"2026-01-02"}"""), "--by", "agency");

        // Assert
        Assert.Equal((0, 0, 0, 1), result.Counts);
    }

    [Fact]
    public async Task Import_BrokenOffAndRepeated_EndsWithTheSameItems()
    {
        // Arrange
        var lines = Enumerable.Range(1, 600).Select(number => $$"""{"key":"{{number}}","title":"第{{number:000}}号","formedOn":"2026-01-02"}""").ToArray();
        var half = await WriteAsync("half.jsonl", lines[..350]);
        var whole = await WriteAsync("whole.jsonl", lines);
        await RunAsync("import", half, "--tenant", "finance");

        // Act
        var result = await RunAsync("import", whole, "--tenant", "finance");

        // Assert
        Assert.Equal((250, 0, 350, 0), result.Counts);
        Assert.Equal(600, (await ItemsAsync(Finance)).Count);
    }

    [Fact]
    public async Task Import_ByAColumn_TakesEachLineToItsTenant()
    {
        // Arrange
        var file = await WriteAsync(
            "lines.jsonl",
            """{"agency":"finance","title":"财政","formedOn":"2026-01-02"}""",
            """{"agency":"neighbour","title":"邻居","formedOn":"2026-01-02"}""",
            """{"agency":"nobody","title":"无","formedOn":"2026-01-02"}""");

        // Act
        var result = await RunAsync("import", file, "--by", "agency");

        // Assert
        Assert.Equal((2, 0, 0, 1), result.Counts);
        Assert.Equal(("财政", "邻居"), (Assert.Single(await TitlesAsync(Finance)), Assert.Single(await TitlesAsync(Neighbour))));
    }

    [Fact]
    public async Task Import_IntoATenantThatIsNotThere_Fails()
    {
        // Arrange
        var file = await WriteAsync("lines.jsonl", First);

        // Act
        var result = await RunAsync("import", file, "--tenant", "nobody");

        // Assert
        Assert.Equal((1, true), (result.ExitCode, result.Error.Contains("tenants.not-found", StringComparison.Ordinal)));
    }

    private async Task AddEntriesAsync()
    {
        const string Entries = """
            { "name": "more", "steps": [ { "name": "Catalogue", "Entries": [
              { "Code": "work", "Title": "业务", "Kind": "section" }, { "Code": "own_work", "Title": "公告", "Parent": "work", "Kind": "entry" },
              { "Code": "people", "Title": "人事", "Kind": "section" }, { "Code": "own_people", "Title": "公告", "Parent": "people", "Kind": "entry" } ] } ] }
            """;
        await using var scope = Host.Scope(Finance);
        var report = await scope.ServiceProvider.GetRequiredService<TenantRecipes>().RunAsync(RecipeSource.FromText("more", Entries), isDryRun: false, null, CancellationToken.None);
        Assert.Empty(report.Errors);
    }

    private async Task<ContentItem> ItemAsync(string title)
    {
        var row = (await ItemsAsync(Finance)).Single(row => row.DisplayText == title);
        await using var scope = Host.Scope(Finance);
        return (await scope.ServiceProvider.GetRequiredService<ContentReader>().FindLatestAsync(row.ContentItemId, CancellationToken.None))!; // it is there
    }

    private static async Task<DateTimeOffset> UpdatedAsync(Browser reader)
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        return (DateTimeOffset)XDocument.Parse(await reader.TextAsync("feed.xml")).Root!.Element(atom + "entry")!.Element(atom + "updated")!;
    }
}
