using System.Text;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Tests.Fixtures;
using MiniExcelLibs;

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
    public async Task Import_Workbook_PublishesEachRow()
    {
        // Arrange
        await MiniExcel.SaveAsAsync(PathOf("table.xlsx"), new[] { new Dictionary<string, object> { ["标题"] = "关于放假的通知", ["成文日期"] = new DateTime(2026, 1, 2) } });

        // Act
        var result = await RunAsync("import", PathOf("table.xlsx"), "--tenant", "finance");

        // Assert
        Assert.Equal((1, 0, 0, 0), result.Counts);
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
}
