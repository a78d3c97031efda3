using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Tests.Fixtures;
using AgencyCMS.Testing;
using AgencyCMS.Testing.Browsing;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Disclosure.Tests.Import;

public sealed class ImportPageOnSqliteTests() : ImportPageTests(DatabaseProvider.Sqlite);

public sealed class ImportPageOnPostgreSqlTests() : ImportPageTests(DatabaseProvider.PostgreSql);

/// <summary>The import in the administration, from the upload to its end.</summary>
public abstract class ImportPageTests(DatabaseProvider provider) : DisclosureTest(provider)
{
    private const string Table = "标题,成文日期,备注\n关于放假的通知,2026-01-02,甲\n政务公开要点,2026-02-03,乙\n无日期,,丙\n";

    [Fact]
    public async Task Upload_OfATable_ShowsHowItIsUnderstood()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");

        // Act
        var page = await browser.ReadAsync(await UploadAsync(browser, "table.csv", Table));

        // Assert
        Assert.Equal("title", page.QuerySelector("select[name='Columns[0].Property'] option[selected]")!.GetAttribute("value"));
        Assert.Contains("关于放假的通知", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_OfAFileThatIsNotWhatItsNameSays_IsRefused()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");

        // Act
        var answer = await SendAsync(browser, "table.xlsx", Encoding.UTF8.GetBytes(Table));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Upload_OfAnArchiveThatLeadsOutOfItself_IsRefused()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");

        // Act
        var answer = await SendAsync(browser, "table.zip", Archive(("table.csv", Table), ("../../outside.txt", "x")));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Import_OfATable_PublishesItsLines()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        var address = await UploadAsync(browser, "table.csv", Table);

        // Act
        var page = await ActAsync(browser, address, "import");

        // Assert
        Assert.Equal([2, 0, 0, 1], Counts(page));
        Assert.Equal(["关于放假的通知", "政务公开要点"], await TitlesAsync(Finance));
    }

    [Fact]
    public async Task DryRun_OfATable_ChangesNothing()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        var address = await UploadAsync(browser, "table.csv", Table);

        // Act
        var page = await ActAsync(browser, address, "rehearse");

        // Assert
        Assert.Equal([2, 0, 0, 1], Counts(page));
        Assert.Empty(await ItemsAsync(Finance));
    }

    [Fact]
    public async Task Import_AfterItsDryRun_TakesTheSameFile()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        var rehearsed = await ActAsync(browser, await UploadAsync(browser, "table.csv", Table), "rehearse");

        // Act
        var answer = await browser.SubmitAsync(rehearsed, "repeat", ("act", "import"));
        var page = await EndAsync(browser, answer.Headers.Location!.ToString());

        // Assert
        Assert.Equal([2, 0, 0, 1], Counts(page));
        Assert.Equal(2, (await ItemsAsync(Finance)).Count);
    }

    [Fact]
    public async Task Import_Repeated_FindsNothingNew()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        await ActAsync(browser, await UploadAsync(browser, "table.csv", Table), "import");

        // Act
        var page = await ActAsync(browser, await UploadAsync(browser, "table.csv", Table), "import");

        // Assert
        Assert.Equal([0, 0, 2, 1], Counts(page));
    }

    [Fact]
    public async Task Mapping_ChangedOnThePage_IsWhatTheImportFollows()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        var address = await UploadAsync(browser, "table.csv", Table);

        // Act
        await ActAsync(browser, address, "import", ("Columns[0].Property", ""), ("Columns[2].Property", "title"));

        // Assert
        Assert.Equal(["乙", "甲"], await TitlesAsync(Finance));
    }

    [Fact]
    public async Task RefusedLine_Downloaded_HoldsAllThatStoodInIt()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        await ActAsync(browser, await UploadAsync(browser, "table.csv", Table), "import");

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
            var address = await UploadAsync(browser, "lines.jsonl", string.Join('\n', lines));
            await browser.SubmitAsync(await browser.ReadAsync(address), null, ("act", "import"));
            await Eventually.IsTrueAsync(async () => (await ItemsAsync(Finance)).Count > 0, "the import has begun");
        }

        // Act
        await RestartAsync();
        await Eventually.IsTrueAsync(async () => (await ItemsAsync(Finance)).Count == 250, "the import has ended");

        // Assert
        using var again = await SignInAsync(Finance, "Importer");
        var counts = Counts(await EndAsync(again, "admin/import/1"));
        Assert.Equal((250, 0), (counts[0] + counts[2], counts[1] + counts[3]));
    }

    [Fact]
    public async Task Import_CancelledBeforeItsTurn_PublishesNothingAndSaysSo()
    {
        // Arrange: another node is at work for this tenant, so the import waits.
        using var browser = await SignInAsync(Finance, "Importer");
        await using (await Host.Services.GetRequiredService<WorkLocks>().TryTakeAsync(FormattableString.Invariant($"imports-{Finance.Id.Value}"), CancellationToken.None))
        {
            var address = await UploadAsync(browser, "table.csv", Table);
            await browser.SubmitAsync(await browser.ReadAsync(address), null, ("act", "import"));

            // Act
            await browser.SubmitAsync(await browser.ReadAsync("admin/import/1"), "cancel");
        }
        var page = await EndAsync(browser, "admin/import/1");

        // Assert
        Assert.Empty(await ItemsAsync(Finance));
        Assert.Contains("已取消", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithoutThePermission_IsForbidden()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Clerk");

        // Act
        var status = await browser.StatusAsync("admin/import");

        // Assert
        Assert.NotEqual(HttpStatusCode.OK, status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/mapping")]
    [InlineData("/refused.csv")]
    public async Task ImportOfANeighbour_IsNotFound(string below)
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        await ActAsync(browser, await UploadAsync(browser, "table.csv", Table), "import");
        using var neighbour = await SignInAsync(Neighbour, "Importer");

        // Act
        var status = await neighbour.StatusAsync("admin/import/1" + below);

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Fact]
    public async Task Import_ByAnAgencyIntoAnother_IsForbidden()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        var address = await UploadAsync(browser, "table.csv", Table);
        var token = (await browser.ReadAsync(address)).QuerySelector("main form [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("Into", "neighbour"), KeyValuePair.Create("act", "import")]);

        // Act
        await browser.Client.PostAsync(new Uri(address, UriKind.RelativeOrAbsolute), content);

        // Assert
        Assert.Empty(await ItemsAsync(Neighbour));
    }

    [Fact]
    public async Task Import_OfTheCountyByAColumn_TakesEachLineToItsSite()
    {
        // Arrange
        using var browser = await SignInAsync(Office, "CountyImporter");
        var address = await UploadAsync(browser, "table.csv", "单位,标题,成文日期\nfinance,财政,2026-01-02\nneighbour,邻居,2026-01-02\n");

        // Act
        var page = await ActAsync(browser, address, "import", ("Into", "*"), ("By", "单位"));

        // Assert
        Assert.Equal([2, 0, 0, 0], Counts(page));
        Assert.Equal(("财政", "邻居"), (Assert.Single(await TitlesAsync(Finance)), Assert.Single(await TitlesAsync(Neighbour))));
    }

    [Fact]
    public async Task Import_OfAnArchive_AttachesTheFilesItHolds()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        var archive = Archive(("包/table.csv", "标题,成文日期,附件\n关于放假的通知,2026-01-02,files/a.txt\n"), ("包/files/a.txt", "甲"));

        // Act
        await ActAsync(browser, await UploadAsync(browser, "table.zip", archive), "import");
        var list = await browser.ReadAsync("catalogue/a20_15_notices");
        var page = await browser.ReadAsync(list.QuerySelector("main a[href*='/info/']")!.GetAttribute("href")!);

        // Assert
        Assert.Equal("甲", await browser.TextAsync(Assert.Single(page.QuerySelectorAll("a[href*='/files/']")).GetAttribute("href")!));
    }

    protected static byte[] Archive(params (string Path, string Text)[] files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in files)
            {
                using var entry = archive.CreateEntry(path).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return stream.ToArray();
    }

    protected static async Task<HttpResponseMessage> SendAsync(Browser browser, string name, byte[] content) =>
        await browser.SubmitAsync(await browser.ReadAsync("admin/import"), "admin/import", [("File", name, content)]);

    /// <returns>Address of the mapping's page.</returns>
    protected static async Task<string> UploadAsync(Browser browser, string name, byte[] content)
    {
        var answer = await SendAsync(browser, name, content);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString();
    }

    /// <summary>Presses a button of the mapping's form and waits until the import has ended.</summary>
    protected static async Task<IDocument> ActAsync(Browser browser, string address, string act, params (string Name, string Value)[] typed)
    {
        var answer = await browser.SubmitAsync(await browser.ReadAsync(address), null, [("act", act), .. typed]);
        return await EndAsync(browser, answer.Headers.Location!.ToString());
    }

    /// <summary>New, changed, unchanged and refused lines.</summary>
    protected static int[] Counts(IDocument page) => [.. page.QuerySelectorAll(".stat b").Select(number => int.Parse(number.TextContent, CultureInfo.InvariantCulture))];

    private static Task<string> UploadAsync(Browser browser, string name, string text) => UploadAsync(browser, name, Encoding.UTF8.GetBytes(text));

    private static async Task<IDocument> EndAsync(Browser browser, string address)
    {
        IDocument page = null!; // read below
        await Eventually.IsTrueAsync(
            async () =>
            {
                page = await browser.ReadAsync(address);
                return page.QuerySelector("[data-refresh]") is null;
            },
            "the import has ended");
        return page;
    }
}
