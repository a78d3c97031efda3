using System.Net;
using System.Text;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;

namespace AgencyCMS.Disclosure.Tests.Import.ListImports;

public sealed class ListImportsOnSqliteTests() : ListImportsTests(DatabaseProvider.Sqlite);

public sealed class ListImportsOnPostgreSqlTests() : ListImportsTests(DatabaseProvider.PostgreSql);

/// <summary>The imports of a site, and the upload of another.</summary>
public abstract class ListImportsTests(DatabaseProvider provider) : DisclosureTest(provider)
{
    [Fact]
    public async Task Upload_OfAFileThatIsNotWhatItsNameSays_IsRefused()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");

        // Act
        var answer = await ImportPages.SendAsync(browser, "table.xlsx", Encoding.UTF8.GetBytes(ImportPages.Table));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("/outside.txt")]
    [InlineData("a\0.txt")]
    [InlineData("table.csv")]
    [InlineData("table.csv/inside.txt")]
    [InlineData("a//b.txt")]
    public async Task Upload_OfAnArchiveWithANameThatCannotBeKept_IsRefusedAndLeavesNothing(string entry)
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");

        // Act
        var answer = await ImportPages.SendAsync(browser, "table.zip", ImportPages.Archive(("table.csv", ImportPages.Table), (entry, "x")));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.DoesNotContain(Directory.EnumerateFiles(Host.Database.DataPath, "*", SearchOption.AllDirectories), path => path.Contains("/imports/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Upload_OfAnArchiveWithVeryManyFolders_IsRefused()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        var folders = Enumerable.Range(0, 30_000).Select(number => ($"{number}/", ""));

        // Act
        var answer = await ImportPages.SendAsync(browser, "table.zip", ImportPages.Archive([("table.csv", ImportPages.Table), .. folders]));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Theory]
    [InlineData(30_000, 1)]
    [InlineData(20, 250)]
    public async Task Upload_OfAnArchiveWithAPathThatNoFileSystemKeeps_IsRefusedWithTheReason(int folders, int length)
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        var path = string.Concat(Enumerable.Repeat(new string('a', length) + '/', folders)) + "b.txt";

        // Act
        var answer = await ImportPages.SendAsync(browser, "table.zip", ImportPages.Archive(("table.csv", ImportPages.Table), (path, "x")));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("所在的文件夹层数太多", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_OfAnArchiveThatLeadsOutOfItself_IsRefused()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");

        // Act
        var answer = await ImportPages.SendAsync(browser, "table.zip", ImportPages.Archive(("table.csv", ImportPages.Table), ("../../outside.txt", "x")));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Page_WithoutThePermission_IsForbidden()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Clerk");

        // Act
        var status = await browser.StatusAsync("admin/import");

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, status);
    }

    [Fact]
    public async Task Upload_WithoutAFile_IsRefusedAtItsField()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");

        // Act
        var answer = await browser.SubmitAsync(await browser.ReadAsync("admin/import"), "admin/import");

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await Browser.ParseAsync(answer)).QuerySelector(".error-summary a[href='#File']"));
    }

    [Fact]
    public async Task Import_ThatHasEnded_IsListedWithItsNumbers()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        await ImportPages.ActAsync(browser, await ImportPages.UploadAsync(browser, "table.csv", ImportPages.Table), "import");

        // Act
        var page = await browser.ReadAsync("admin/import");

        // Assert
        var row = Assert.Single(page.QuerySelectorAll("tbody tr"));
        Assert.Equal("table.csv", row.QuerySelector("th a")!.TextContent);
        Assert.Equal(["2", "0", "0", "1"], row.QuerySelectorAll("td").TakeLast(4).Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task Import_OfTheNeighbour_IsNotListed()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        await ImportPages.UploadAsync(browser, "table.csv", ImportPages.Table);
        using var neighbour = await SignInAsync(Neighbour, "Importer");

        // Act
        var page = await neighbour.ReadAsync("admin/import");

        // Assert
        Assert.Empty(page.QuerySelectorAll("tbody tr"));
    }
}
