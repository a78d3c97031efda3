using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;
using MiniExcelLibs;

namespace AgencyCMS.Disclosure.Tests.Import.Template;

public sealed class ImportTemplateOnSqliteTests() : ImportTemplateTests(DatabaseProvider.Sqlite);

public sealed class ImportTemplateOnPostgreSqlTests() : ImportTemplateTests(DatabaseProvider.PostgreSql);

/// <summary>The empty tables that are offered to be filled in.</summary>
public abstract class ImportTemplateTests(DatabaseProvider provider) : DisclosureTest(provider)
{
    [Fact]
    public async Task Table_FilledIn_IsUnderstoodWithoutAMap()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        var heading = (await browser.TextAsync("admin/import/template.csv")).TrimStart('\uFEFF').Replace("\"", "", StringComparison.Ordinal).TrimEnd();
        var columns = heading.Split(',');
        var row = columns.Select(column => column switch { "标题" => "甲", "成文日期" => "2026-01-02", "目录栏目" => "政务公开", _ => "" });

        // Act
        var page = await ImportPages.ActAsync(browser, await ImportPages.UploadAsync(browser, "table.csv", heading + "\n" + string.Join(',', row) + "\n"), "import");

        // Assert
        Assert.Equal([1, 0, 0, 0], ImportPages.Counts(page));
    }

    [Fact]
    public async Task Workbook_HasTheHeadingsOfTheTable()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        var heading = (await browser.TextAsync("admin/import/template.csv")).TrimStart('\uFEFF').Replace("\"", "", StringComparison.Ordinal).TrimEnd();

        // Act
        using var workbook = new MemoryStream(await (await browser.GetAsync("admin/import/template.xlsx")).Content.ReadAsByteArrayAsync());

        // Assert
        IDictionary<string, object> row = Assert.Single(workbook.Query().Cast<IDictionary<string, object>>());
        Assert.Equal(heading.Split(','), row.Values);
    }

    [Fact]
    public async Task Page_OfTheImports_OffersBoth()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");

        // Act
        var page = await browser.ReadAsync("admin/import");

        // Assert
        Assert.Equal(2, page.QuerySelectorAll("main a[href*='/import/template.']").Length);
    }

    [Fact]
    public async Task Table_IsNotForReaders()
    {
        // Arrange
        using var reader = new Browser(Host.CreateClient(Finance));

        // Act
        var answer = await reader.GetAsync("admin/import/template.csv");

        // Assert
        Assert.False(answer.IsSuccessStatusCode);
    }
}
