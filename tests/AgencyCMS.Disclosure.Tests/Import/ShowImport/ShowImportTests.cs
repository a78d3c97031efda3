using System.Globalization;
using System.Net;
using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Import;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Disclosure.Tests.Fixtures;
using AgencyCMS.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Disclosure.Tests.Import.ShowImport;

public sealed class ShowImportOnSqliteTests() : ShowImportTests(DatabaseProvider.Sqlite);

public sealed class ShowImportOnPostgreSqlTests() : ShowImportTests(DatabaseProvider.PostgreSql);

/// <summary>An import from its beginning to its end, as its page shows it.</summary>
public abstract class ShowImportTests(DatabaseProvider provider) : DisclosureTest(provider)
{
    [Fact]
    public async Task Import_OfATable_PublishesItsLines()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        var address = await ImportPages.UploadAsync(browser, "table.csv", ImportPages.Table);

        // Act
        var page = await ImportPages.ActAsync(browser, address, "import");

        // Assert
        Assert.Equal([2, 0, 0, 1], ImportPages.Counts(page));
        Assert.Equal(["关于放假的通知", "政务公开要点"], await TitlesAsync(Finance));
    }

    [Fact]
    public async Task DryRun_OfATable_ChangesNothing()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        var address = await ImportPages.UploadAsync(browser, "table.csv", ImportPages.Table);

        // Act
        var page = await ImportPages.ActAsync(browser, address, "rehearse");

        // Assert
        Assert.Equal([2, 0, 0, 1], ImportPages.Counts(page));
        Assert.Empty(await ItemsAsync(Finance));
    }

    [Fact]
    public async Task Import_AfterItsDryRun_TakesTheSameFile()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        var rehearsed = await ImportPages.ActAsync(browser, await ImportPages.UploadAsync(browser, "table.csv", ImportPages.Table), "rehearse");

        // Act
        var answer = await browser.SubmitAsync(rehearsed, "repeat", ("act", "import"));
        var page = await ImportPages.EndAsync(browser, answer.Headers.Location!.ToString());

        // Assert
        Assert.Equal([2, 0, 0, 1], ImportPages.Counts(page));
        Assert.Equal(2, (await ItemsAsync(Finance)).Count);
    }

    [Fact]
    public async Task Import_BegunTwiceAtOnce_KeepsNoLaterOneWaiting()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        var rehearsed = await ImportPages.ActAsync(browser, await ImportPages.UploadAsync(browser, "table.csv", ImportPages.Table), "rehearse");
        var answers = await Task.WhenAll(browser.SubmitAsync(rehearsed, "repeat", ("act", "import")), browser.SubmitAsync(rehearsed, "repeat", ("act", "import")));

        // Act
        var later = await ImportPages.ActAsync(browser, await ImportPages.UploadAsync(browser, "later.csv", "标题,成文日期,栏目\n后来的,2026-01-02,a20_15_notices\n"), "import");

        // Assert
        Assert.Equal([1, 0, 0, 0], ImportPages.Counts(later));
        foreach (var answer in answers)
        {
            await ImportPages.EndAsync(browser, answer.Headers.Location!.ToString());
        }
        Assert.Equal(3, (await ItemsAsync(Finance)).Count);
    }

    [Fact]
    public async Task Import_WhoseUploadIsGone_KeepsNoLaterOneWaiting()
    {
        // Arrange
        await Host.Services.GetRequiredService<ImportRuns>().AddAsync(
            new ImportRunRow { TenantId = Finance.Id.Value, State = ImportState.Queued, FileName = "gone.csv", Folder = "gone", Map = new ImportMap().Write(), AskedBy = "somebody", CreatedAt = DateTimeOffset.UnixEpoch },
            CancellationToken.None);
        using var browser = await SignInAsync(Finance, "Importer");

        // Act
        var later = await ImportPages.ActAsync(browser, await ImportPages.UploadAsync(browser, "later.csv", ImportPages.Table), "import");

        // Assert
        Assert.Equal([2, 0, 0, 1], ImportPages.Counts(later));
    }

    [Fact]
    public async Task Import_Repeated_FindsNothingNew()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        await ImportPages.ActAsync(browser, await ImportPages.UploadAsync(browser, "table.csv", ImportPages.Table), "import");

        // Act
        var page = await ImportPages.ActAsync(browser, await ImportPages.UploadAsync(browser, "table.csv", ImportPages.Table), "import");

        // Assert
        Assert.Equal([0, 0, 2, 1], ImportPages.Counts(page));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86-1")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("＝1+1")]
    public async Task RefusedLine_Downloaded_HasNoCellThatASpreadsheetWouldRun(string text)
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        await ImportPages.ActAsync(browser, await ImportPages.UploadAsync(browser, "table.csv", $"标题,成文日期,备注\n无日期,,{text}\n"), "import");

        // Act
        var table = await browser.TextAsync("admin/import/1/refused.csv");

        // Assert
        Assert.Contains($"\"'{text}\"", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusedLines_MendedAndImportedAgain_HaveTheTextsThatTheyCameWith()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        await ImportPages.ActAsync(browser, await ImportPages.UploadAsync(browser, "table.csv", "标题,成文日期,文号\n=关于放假的通知,,'-2\n"), "import");
        var table = await browser.TextAsync("admin/import/1/refused.csv");

        // Act
        await ImportPages.ActAsync(browser, await ImportPages.UploadAsync(browser, "again.csv", table.Replace("\"标题\"", "\"成文日期\",\"标题\"", StringComparison.Ordinal).Replace("\"'=", "\"2026-01-02\",\"'=", StringComparison.Ordinal)), "import");

        // Assert
        Assert.Equal(["=关于放假的通知"], await TitlesAsync(Finance));
    }

    [Fact]
    public async Task RefusedLine_Downloaded_HoldsAllThatStoodInIt()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        await ImportPages.ActAsync(browser, await ImportPages.UploadAsync(browser, "table.csv", ImportPages.Table), "import");

        // Act
        var text = await browser.TextAsync("admin/import/1/refused.csv");

        // Assert
        Assert.Contains("\"4\"", text, StringComparison.Ordinal);
        Assert.EndsWith("\"无日期\",\"丙\"\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfAStoppedServer_IsEndedByTheNext()
    {
        // Arrange
        var lines = Enumerable.Range(1, 250).Select(number => string.Create(CultureInfo.InvariantCulture, $$"""{"key":"{{number}}","title":"第{{number}}号","formedOn":"2026-01-02"}"""));
        using (var browser = await SignInAsync(Finance, "Importer"))
        {
            var address = await ImportPages.UploadAsync(browser, "lines.jsonl", string.Join('\n', lines));
            await browser.SubmitAsync(await browser.ReadAsync(address), null, ("act", "import"));
            await Eventually.IsTrueAsync(async () => (await ItemsAsync(Finance)).Count > 0, "the import has begun");
        }

        // Act
        await RestartAsync();
        await Eventually.IsTrueAsync(async () => (await ItemsAsync(Finance)).Count == 250, "the import has ended");

        // Assert
        using var again = await SignInAsync(Finance, "Importer");
        var counts = ImportPages.Counts(await ImportPages.EndAsync(again, "admin/import/1"));
        Assert.Equal((250, 0), (counts[0] + counts[2], counts[1] + counts[3]));
    }

    [Fact]
    public async Task Import_CancelledBeforeItsTurn_PublishesNothingAndSaysSo()
    {
        // Arrange: another node is at work for this tenant, so the import waits.
        using var browser = await SignInAsync(Finance, "Importer");
        await using (await Host.Services.GetRequiredService<WorkLocks>().TryTakeAsync(FormattableString.Invariant($"imports-{Finance.Id.Value}"), CancellationToken.None))
        {
            var address = await ImportPages.UploadAsync(browser, "table.csv", ImportPages.Table);
            await browser.SubmitAsync(await browser.ReadAsync(address), null, ("act", "import"));

            // Act
            await browser.SubmitAsync(await browser.ReadAsync("admin/import/1"), "cancel");
        }
        var page = await ImportPages.EndAsync(browser, "admin/import/1");

        // Assert
        Assert.Empty(await ItemsAsync(Finance));
        Assert.Contains("已取消", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/mapping")]
    [InlineData("/refused.csv")]
    public async Task ImportOfANeighbour_IsNotFound(string below)
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        await ImportPages.ActAsync(browser, await ImportPages.UploadAsync(browser, "table.csv", ImportPages.Table), "import");
        using var neighbour = await SignInAsync(Neighbour, "Importer");

        // Act
        var status = await neighbour.StatusAsync("admin/import/1" + below);

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Fact]
    public async Task Import_OfAnArchive_AttachesTheFilesItHolds()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        var archive = ImportPages.Archive(("包/table.csv", "标题,成文日期,附件\n关于放假的通知,2026-01-02,files/a.txt\n"), ("包/files/a.txt", "甲"));

        // Act
        await ImportPages.ActAsync(browser, await ImportPages.UploadAsync(browser, "table.zip", archive), "import");
        var list = await browser.ReadAsync("catalogue/a20_15_notices");
        var page = await browser.ReadAsync(list.QuerySelector("main a[href*='/info/']")!.GetAttribute("href")!);

        // Assert
        Assert.Equal("甲", await browser.TextAsync(Assert.Single(page.QuerySelectorAll("a[href*='/files/']")).GetAttribute("href")!));
    }

    [Fact]
    public async Task Import_RemovedFromTheList_LeavesWhatItBrought()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        var page = await ImportPages.ActAsync(browser, await ImportPages.UploadAsync(browser, "table.csv", ImportPages.Table), "import");

        // Act
        await browser.SubmitAsync(page, "/remove");

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync("admin/import/1"));
        Assert.Equal(2, (await ItemsAsync(Finance)).Count);
    }
}
