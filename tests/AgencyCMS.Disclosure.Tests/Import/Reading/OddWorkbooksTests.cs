using AgencyCMS.Disclosure.Tests.Fixtures;

namespace AgencyCMS.Disclosure.Tests.Import.Reading;

/// <summary>Small files that are built to need more than a machine has. One database does: none of them comes that far.</summary>
public sealed class OddWorkbooksTests(SqliteOfficeFilesSite site) : IClassFixture<SqliteOfficeFilesSite>
{
    private const int ManyLevels = 40_000; // more than the stack holds
    private const int ManyCells = 70_000;
    private const int ManyTexts = 2_000_001;
    private const int LongText = 4_000_001;

    public static TheoryData<string> Kinds { get; } = [.. Rows.Keys];

    private static Dictionary<string, Func<OfficeWorkbook, OfficeWorkbook>> Rows => new()
    {
        ["a cell of many levels"] = book => WithCell(book, $"""<c t="inlineStr"><is>{Levels("r")}</is></c>"""),
        ["a cell with an unknown element of many levels"] = book => WithCell(book, $"<c>{Levels("x")}</c>"),
        ["a shared text of many levels"] = book => WithCell(book, book.Shared(Levels("r"))),
        ["a row of very many cells"] = book => WithCell(book, string.Concat(Enumerable.Repeat("<c/>", ManyCells))),
        ["very many shared texts"] = book => WithCell(book, book.Shared($"</si>{string.Concat(Enumerable.Repeat("<si/>", ManyTexts))}<si>")),
        ["a text without end"] = book => WithCell(book, OfficeWorkbook.T(new string('a', LongText))),
        ["a long text that very many cells name"] = book => Named(book, 2000, 60_000),
        ["columns of many levels"] = book => book.Sheet("Sheet1", [[OfficeWorkbook.T("标题")]], columns: $"<cols>{Levels("col")}</cols>"),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Import_OfAWorkbookThatNoProgramWrites_IsRefusedAndSaysWhatToDo(string kind)
    {
        // Act
        var result = await site.ImportAsync("odd.xlsx", Rows[kind](new OfficeWorkbook()).Write());

        // Assert
        Assert.Equal((1, true), (result.ExitCode, result.Error.Contains("import.workbook-built-oddly", StringComparison.Ordinal)));
    }

    private static OfficeWorkbook WithCell(OfficeWorkbook book, string cell) => book.Sheet("Sheet1", [[OfficeWorkbook.T("标题")], [cell]]);

    [Fact]
    public async Task Import_OfATableWithVeryManyColumns_IsRefused()
    {
        // Act
        var result = await site.ImportAsync("wide.csv", System.Text.Encoding.UTF8.GetBytes("标题," + string.Join(',', Enumerable.Range(0, 200_000)) + "\n甲\n"));

        // Assert
        Assert.Equal((1, true), (result.ExitCode, result.Error.Contains("import.too-many-columns", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Import_OfATableWithVeryManyEmptyColumnsAtItsEnd_ReadsTheOthers()
    {
        // Act
        var result = await site.ImportAsync("trailing.csv", System.Text.Encoding.UTF8.GetBytes("标题,成文日期" + new string(',', 1000) + "\n末尾有空列,2026-01-02" + new string(',', 1000) + "\n"));

        // Assert
        Assert.Equal((1, 0, 0, 0), result.Counts);
    }

    private static OfficeWorkbook Named(OfficeWorkbook book, int rows, int characters)
    {
        var cell = book.Shared($"<t>{new string('y', characters)}</t>");
        return book.Sheet("Sheet1", [[OfficeWorkbook.T("标题"), OfficeWorkbook.T("正文")], .. Enumerable.Range(0, rows).Select(number => new[] { OfficeWorkbook.T($"第{number}条"), cell })]);
    }

    private static string Levels(string name) => string.Concat(Enumerable.Repeat($"<{name}>", ManyLevels)) + string.Concat(Enumerable.Repeat($"</{name}>", ManyLevels));
}
