using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Contracts;
using AgencyCMS.Media.Contracts;

namespace AgencyCMS.Disclosure.Tests.Import.Command;

public sealed class ImportCorrectionsOnSqliteTests() : ImportCorrectionsTests(DatabaseProvider.Sqlite);

public sealed class ImportCorrectionsOnPostgreSqlTests() : ImportCorrectionsTests(DatabaseProvider.PostgreSql);

/// <summary>A line that comes again with another value, or with none, for what was corrected by hand since.</summary>
public abstract class ImportCorrectionsTests(DatabaseProvider provider) : ImportAgainTest(provider)
{
    private const string Overwrite = "--overwrite-corrections";

    /// <summary>Column, and what the line says of it first and then.</summary>
    public static TheoryData<string, string, string> Columns { get; } = new()
    {
        { "title", "\"甲\"", "\"乙\"" },
        { "body", "\"<p>甲</p>\"", "\"<p>乙</p>\"" },
        { "documentNumber", "\"甲1\"", "\"乙1\"" },
        { "genre", "\"notice\"", "\"official\"" },
        { "subject", "\"0201\"", "\"0202\"" },
        { "formedOn", "\"2026-01-02\"", "\"2026-01-03\"" },
        { "entry", "\"通知公告\"", "\"政务公开\"" },
        { "keywords", "[\"甲\"]", "[\"乙\"]" },
        { "summary", "\"甲\"", "\"乙\"" },
        { "attachments", "[\"a.txt\"]", "[\"b.txt\"]" },
    };

    /// <summary>Those of them that may be empty.</summary>
    public static IEnumerable<object[]> Clearable { get; } = Columns.Where(row => row[0] is not ("title" or "formedOn" or "entry"));

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task ChangedColumn_CorrectedByHand_KeepsTheCorrection(string column, string first, string then)
    {
        // Arrange
        await ImportAsync(Line(column, first));
        await EditAsync(item => Correct(item, column));
        var before = Value(await ItemAsync(), column);

        // Act
        await ImportAsync(Line(column, then));

        // Assert
        Assert.Equal(before, Value(await ItemAsync(), column));
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task ChangedColumn_CorrectedByHand_IsReportedWithLineAndColumn(string column, string first, string then)
    {
        // Arrange
        await ImportAsync(Line(column, first));
        await EditAsync(item => Correct(item, column));

        // Act
        var result = await ImportAsync(Line(column, then));

        // Assert
        var note = Assert.Single(result.Json["notes"]!.AsArray());
        Assert.Equal((1, "import.correction-kept", column), (note!["line"]!.GetValue<int>(), note["code"]!.GetValue<string>(), note["arguments"]![0]!.GetValue<string>()));
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task ChangedColumn_WhenCorrectionsAreToBeOverwritten_TakesTheFilesValue(string column, string first, string then)
    {
        // Arrange
        await ImportAsync(Line(column, then));
        var wanted = Value(await ItemAsync(), column);
        await ImportAsync(Line(column, first));
        await EditAsync(item => Correct(item, column));

        // Act
        var result = await ImportAsync(Line(column, then), Overwrite);

        // Assert
        Assert.Equal((wanted, "import.correction-overwritten"), (Value(await ItemAsync(), column), result.Json["notes"]![0]!["code"]!.GetValue<string>()));
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task ChangedColumn_LeftAlone_TakesTheFilesValue(string column, string first, string then)
    {
        // Arrange
        await ImportAsync(Line(column, first));
        var before = Value(await ItemAsync(), column);

        // Act
        var result = await ImportAsync(Line(column, then));

        // Assert
        Assert.Equal((0, 1, 0, 0), result.Counts);
        Assert.NotEqual(before, Value(await ItemAsync(), column));
    }

    [Theory]
    [MemberData(nameof(Clearable))]
    public async Task EmptiedColumn_LeftAlone_IsCleared(string column, string first, string then)
    {
        // Arrange
        Assert.NotEqual(first, then);
        await ImportAsync(Line(column, first));

        // Act
        await ImportAsync(Line(column, "null"));

        // Assert
        Assert.Equal("", Value(await ItemAsync(), column));
    }

    [Theory]
    [MemberData(nameof(Clearable))]
    public async Task EmptiedColumn_CorrectedByHand_KeepsTheCorrection(string column, string first, string then)
    {
        // Arrange
        Assert.NotEqual(first, then);
        await ImportAsync(Line(column, first));
        await EditAsync(item => Correct(item, column));
        var before = Value(await ItemAsync(), column);

        // Act
        var result = await ImportAsync(Line(column, "null"));

        // Assert
        Assert.Equal((before, "import.correction-kept"), (Value(await ItemAsync(), column), result.Json["notes"]![0]!["code"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("formedOn", "\"2026-01-02\"")]
    [InlineData("entry", "\"政务公开\"")]
    public async Task EmptiedColumn_ThatItemsNeed_IsKeptAndReported(string column, string first)
    {
        // Arrange
        await ImportAsync(Line(column, first));
        var before = Value(await ItemAsync(), column);

        // Act
        var result = await ImportAsync(Line(column, "null"));

        // Assert
        Assert.Equal((before, "import.emptied-kept"), (Value(await ItemAsync(), column), result.Json["notes"]![0]!["code"]!.GetValue<string>()));
    }

    [Fact]
    public async Task EmptiedCell_OfATable_IsCleared()
    {
        // Arrange
        await RunAsync("import", await WriteAsync("table.csv", "编号,标题,成文日期,文号", "1,甲,2026-01-02,甲1"), "--tenant", "finance");

        // Act
        await RunAsync("import", await WriteAsync("table.csv", "编号,标题,成文日期,文号", "1,甲,2026-01-02,"), "--tenant", "finance");

        // Assert
        Assert.Equal("", Value(await ItemAsync(), "documentNumber"));
    }

    [Fact]
    public async Task ColumnThatIsNoLongerThere_ClearsNothing()
    {
        // Arrange
        await ImportAsync(Line("summary", "\"甲\""));

        // Act
        var result = await ImportAsync("""{"key":"1","title":"关于放假的通知","formedOn":"2026-01-01"}""");

        // Assert
        Assert.Equal((0, 0, 1, 0), result.Counts);
        Assert.Equal("甲", Value(await ItemAsync(), "summary"));
    }

    [Fact]
    public async Task EmptyColumn_OfWhichTheLineNeverSaidAnything_ClearsNothing()
    {
        // Arrange
        await ImportAsync(Line("summary", "null"));
        await EditAsync(item => Correct(item, "summary"));

        // Act
        var result = await ImportAsync(Line("summary", "\"\""));

        // Assert
        Assert.Equal((0, 0, 1, 0), result.Counts);
        Assert.Equal("更正", Value(await ItemAsync(), "summary"));
    }

    [Fact]
    public async Task CorrectionThatWasKept_IsReportedAgain_UntilItIsDecided()
    {
        // Arrange
        await ImportAsync(Line("title", "\"甲\""));
        await EditAsync(item => Correct(item, "title"));
        await ImportAsync(Line("title", "\"乙\""));

        // Act
        var result = await ImportAsync(Line("title", "\"乙\""));

        // Assert
        Assert.Equal("import.correction-kept", result.Json["notes"]![0]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task CorrectionOfOneColumn_DoesNotKeepTheChangeOfAnother()
    {
        // Arrange
        await ImportAsync("""{"key":"1","title":"甲","formedOn":"2026-01-02","summary":"甲"}""");
        await EditAsync(item => Correct(item, "title"));

        // Act
        var result = await ImportAsync("""{"key":"1","title":"乙","formedOn":"2026-01-02","summary":"乙"}""");

        // Assert
        Assert.Equal(("更正", "乙", 1), (Value(await ItemAsync(), "title"), Value(await ItemAsync(), "summary"), result.Json["updated"]!.GetValue<int>()));
    }

    [Fact]
    public async Task ChangedColumn_WithTheValueThatWasCorrectedTo_IsNoConflict()
    {
        // Arrange
        await ImportAsync(Line("title", "\"甲\""));
        await EditAsync(item => Correct(item, "title"));

        // Act
        var result = await ImportAsync(Line("title", "\"更正\""));

        // Assert
        Assert.Equal((0, 0, 1, 0), result.Counts);
        Assert.Empty(result.Json["notes"]!.AsArray());
    }

    [Fact]
    public async Task ColumnThatIsNew_DoesNotReplaceWhatWasWrittenByHand()
    {
        // Arrange
        await ImportAsync("""{"key":"1","title":"甲","formedOn":"2026-01-02"}""");
        await EditAsync(item => Correct(item, "keywords"));

        // Act
        await ImportAsync("""{"key":"1","title":"甲","formedOn":"2026-01-02","keywords":["乙"]}""");

        // Assert
        Assert.Equal("更正", Value(await ItemAsync(), "keywords"));
    }

    [Fact]
    public async Task ColumnMappedByAnotherName_IsReportedByThatName()
    {
        // Arrange
        await RunAsync("import", await WriteAsync("table.csv", "编号,标题,成文日期,*文 号", "1,甲,2026-01-02,甲1"), "--tenant", "finance");
        await EditAsync(item => Correct(item, "documentNumber"));

        // Act
        var result = await RunAsync("import", await WriteAsync("table.csv", "编号,标题,成文日期,*文 号", "1,甲,2026-01-02,乙1"), "--tenant", "finance");

        // Assert
        Assert.Equal("*文 号", result.Json["notes"]![0]!["arguments"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task DryRun_ReportsCorrectionsAsTheImportDoes()
    {
        // Arrange
        await ImportAsync(Line("title", "\"甲\""));
        await EditAsync(item => Correct(item, "title"));

        // Act
        var result = await ImportAsync(Line("title", "\"乙\""), "--dry-run");

        // Assert
        Assert.Equal("import.correction-kept", result.Json["notes"]![0]!["code"]!.GetValue<string>());
    }

    private static string Line(string column, string value)
    {
        var line = new JsonObject { ["key"] = "1", ["title"] = "关于放假的通知", ["formedOn"] = "2026-01-01" };
        line[column] = JsonNode.Parse(value);
        return line.ToJsonString();
    }

    private static void Correct(ContentItem item, string column)
    {
        if (column == "title")
        {
            item.Alter<TitlePart>(part => part.Title = "更正");
        }
        else if (column == "body")
        {
            item.Alter<HtmlBodyPart>(part => part.Html = "<p>更正</p>");
        }
        else if (column == "attachments")
        {
            item.Alter<AttachmentsPart>(part => part.Attachments = [.. part.Attachments.Select(file => file with { Title = "更正" })]);
        }
        else
        {
            item.Alter<DisclosurePart>(part => (column switch
            {
                "documentNumber" => (Action)(() => part.DocumentNumber = "更正"),
                "genre" => () => part.Genre = "bulletin",
                "subject" => () => part.Subject = "0205",
                "formedOn" => () => part.FormedOn = new DateOnly(2026, 1, 20),
                "entry" => () => part.Entry = part.Entry == "a20_15_notices" ? "a20_15_other" : "a20_15_notices",
                "keywords" => () => part.Keywords = ["更正"],
                _ => () => part.Summary = "更正",
            })());
        }
    }

    private static string Value(ContentItem item, string column)
    {
        var part = item.Part<DisclosurePart>()!; // every disclosure has one
        return column switch
        {
            "title" => item.DisplayText ?? "",
            "body" => item.Part<HtmlBodyPart>()?.Html ?? "",
            "documentNumber" => part.DocumentNumber ?? "",
            "genre" => part.Genre ?? "",
            "subject" => part.Subject ?? "",
            "formedOn" => part.FormedOn?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? "",
            "entry" => part.Entry ?? "",
            "keywords" => string.Join(',', part.Keywords),
            "attachments" => string.Join(',', item.Part<AttachmentsPart>()?.Attachments.Select(file => file.FileName + file.Title) ?? []),
            _ => part.Summary ?? "",
        };
    }
}
