using System.Text;
using AgencyCMS.Disclosure.Tests.Fixtures;

namespace AgencyCMS.Disclosure.Tests.Import.Reading;

public sealed class OfficeFilesOnSqliteTests(SqliteOfficeFilesSite site) : OfficeFilesTests(site), IClassFixture<SqliteOfficeFilesSite>;

public sealed class OfficeFilesOnPostgreSqlTests(PostgreSqlOfficeFilesSite site) : OfficeFilesTests(site), IClassFixture<PostgreSqlOfficeFilesSite>;

/// <summary>Files as offices make them: right values, or a refusal that says what to do; never a guess.</summary>
public abstract class OfficeFilesTests(OfficeFilesSite site)
{
    public static TheoryData<string> Workbooks { get; } = [.. OfficeWorkbooks.All.Keys];

    public static TheoryData<string> Texts { get; } = [.. OfficeTexts.All.Keys];

    [Theory]
    [MemberData(nameof(Workbooks))]
    public Task Import_OfAWorkbook_PublishesWhatPeopleSeeInIt(string name) => TryAsync(OfficeWorkbooks.All[name]);

    [Theory]
    [MemberData(nameof(Texts))]
    public Task Import_OfATextFile_RefusesTheDamagedLineAlone(string name) => TryAsync(OfficeTexts.All[name]);

    [Fact]
    public async Task Import_OfAWorkbookWithTwoTables_IsRefusedAndSaysWhatToDo()
    {
        // Act
        var result = await site.ImportAsync("two-tables.xlsx", OfficeWorkbooks.TwoTables());

        // Assert
        Assert.Equal((1, true), (result.ExitCode, result.Error.Contains("import.several-sheets", StringComparison.Ordinal) && result.Error.Contains("一月、二月", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Import_OfAWorkbookWhoseHeadingStandsFarBelow_IsRefusedAndSaysWhatToDo()
    {
        // Act
        var result = await site.ImportAsync("far-below.xlsx", OfficeWorkbooks.HeadingFarBelow());

        // Assert
        Assert.Equal((1, true), (result.ExitCode, result.Error.Contains("import.heading-far-below", StringComparison.Ordinal) && result.Error.Contains("31", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    public async Task Import_OfATextInUtf32_IsRefusedAndNamesTheEncoding(bool isBigEndian, bool isMarked)
    {
        // Arrange
        var encoding = new UTF32Encoding(isBigEndian, isMarked);
        byte[] content = [.. encoding.Preamble, .. encoding.GetBytes("标题,成文日期\nutf32 通知,2024-03-05\n")];

        // Act
        var result = await site.ImportAsync("utf32.csv", content);

        // Assert
        Assert.Equal((1, true), (result.ExitCode, result.Error.Contains("UTF-32", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Import_OfATableWhoseHeadingIsDamaged_IsRefusedWithTheLine()
    {
        // Arrange
        byte[] content = [.. "标题,成文"u8, 0xE6, .. ",文号\n甲,2024-03-05,\n"u8];

        // Act
        var result = await site.ImportAsync("heading.csv", content);

        // Assert
        Assert.Equal((1, true), (result.ExitCode, result.Error.Contains("import.heading-not-readable", StringComparison.Ordinal)));
    }

    private async Task TryAsync(OfficeFile file)
    {
        // Act
        var result = await site.ImportAsync(file.Name, file.Content);

        // Assert
        Assert.True(result.Output.Length > 0, result.Error);
        var id = file.Published.Any(line => line.StartsWith(file.Name, StringComparison.Ordinal)) ? file.Name : Path.GetFileNameWithoutExtension(file.Name);
        Assert.Equal(file.Published.Order(StringComparer.Ordinal), await site.PublishedAsync(title => title.StartsWith(id + " ", StringComparison.Ordinal)));
        Assert.Equal(file.Refused.Select(refusal => refusal.Line), result.Json["refusals"]!.AsArray().Select(refusal => refusal!["line"]!.GetValue<int>()));
        Assert.All(file.Refused, refusal => Assert.Contains(refusal.Reason, Assert.Single(result.Json["refusals"]!.AsArray(), line => line!["line"]!.GetValue<int>() == refusal.Line)!["reasons"]!.AsArray()[0]!.GetValue<string>(), StringComparison.Ordinal));
    }
}
