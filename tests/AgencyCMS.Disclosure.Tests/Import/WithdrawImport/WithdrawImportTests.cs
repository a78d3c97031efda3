using System.Net;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Tests.Fixtures;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Testing.Browsing;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Disclosure.Tests.Import.WithdrawImport;

public sealed class WithdrawImportOnSqliteTests() : WithdrawImportTests(DatabaseProvider.Sqlite);

public sealed class WithdrawImportOnPostgreSqlTests() : WithdrawImportTests(DatabaseProvider.PostgreSql);

/// <summary>An import that is taken back on its page.</summary>
public abstract class WithdrawImportTests(DatabaseProvider provider) : DisclosureTest(provider)
{
    [Fact]
    public async Task Withdrawal_Confirmed_TakesBackWhatTheImportBrought()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        await ImportPages.ActAsync(browser, await ImportPages.UploadAsync(browser, "table.csv", ImportPages.Table), "import");

        // Act
        await browser.SubmitAsync(await browser.ReadAsync("admin/import/1/withdraw"), null, ("Reason", "误导入"));

        // Assert
        Assert.Empty(await ItemsAsync(Finance));
    }

    [Fact]
    public async Task Withdrawal_WhileASiteIsClosed_ReachesItToo()
    {
        // Arrange
        using var browser = await SignInAsync(Office, "CountyImporter");
        await ImportPages.ActAsync(
            browser, await ImportPages.UploadAsync(browser, "table.csv", "单位,标题,成文日期\nfinance,财政,2026-01-02\nneighbour,邻居,2026-01-02\n"), "import", ("Into", "*"), ("By", "单位"));
        await Host.UpdateAsync(Neighbour, tenant => tenant with { State = TenantState.Suspended });

        // Act
        await browser.SubmitAsync(await browser.ReadAsync("admin/import/1/withdraw"), null, ("Reason", "误导入"));

        // Assert
        Assert.Empty(await ItemsAsync(Finance));
        Assert.Empty(await ItemsAsync(Neighbour));
    }

    [Fact]
    public async Task Withdrawal_ShowsItsReasonAtTheAddressesOfTheItems()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        await ImportPages.ActAsync(browser, await ImportPages.UploadAsync(browser, "table.csv", ImportPages.Table), "import");
        using var reader = new Browser(Host.CreateClient(Finance));
        var address = (await reader.ReadAsync("catalogue/a20_15_notices")).QuerySelector("main a[href*='/info/']")!.GetAttribute("href")!;

        // Act
        await browser.SubmitAsync(await browser.ReadAsync("admin/import/1/withdraw"), null, ("Reason", "误导入"));

        // Assert
        Assert.Contains("误导入", await reader.TextAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_CountsItemsForTheStaffApart()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        await ImportPages.ActAsync(browser, await ImportPages.UploadAsync(browser, "table.csv", ImportPages.Table), "import");
        var row = (await ItemsAsync(Finance))[0];
        await using var scope = Host.Scope(Finance);
        var item = (await scope.ServiceProvider.GetRequiredService<ContentReader>().FindLatestAsync(row.ContentItemId, CancellationToken.None))!; // imported above
        AudiencePart.Put(item, Audience.Staff, null);
        await scope.ServiceProvider.GetRequiredService<ContentManager>().SaveAndPublishAsync(item, row.Stamp, null, CancellationToken.None);

        // Act
        var page = await browser.ReadAsync("admin/import/1/withdraw");

        // Assert
        Assert.Equal(["1", "1", "1", "0"], page.QuerySelectorAll(".stat b").Select(number => number.TextContent));
    }

    [Fact]
    public async Task Withdrawal_SentAgain_LeavesWhatWasPublishedSince()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        await ImportPages.ActAsync(browser, await ImportPages.UploadAsync(browser, "table.csv", ImportPages.Table), "import");
        var row = (await ItemsAsync(Finance))[0];
        var form = await browser.ReadAsync("admin/import/1/withdraw");
        await browser.SubmitAsync(form, null, ("Reason", "误导入"));
        await PublishAgainAsync(row.ContentItemId);

        // Act
        await browser.SubmitAsync(form, null, ("Reason", "误导入"));

        // Assert
        Assert.Equal(row.ContentItemId, Assert.Single(await ItemsAsync(Finance)).ContentItemId);
    }

    [Fact]
    public async Task Withdrawal_OfItemsThatSomebodyHasWorkedOnSinceThePageWasShown_AsksAgain()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        await ImportPages.ActAsync(browser, await ImportPages.UploadAsync(browser, "table.csv", ImportPages.Table), "import");
        var before = await ItemsAsync(Finance);
        var form = await browser.ReadAsync("admin/import/1/withdraw");
        await PublishAgainAsync(before[0].ContentItemId, "改过的标题");

        // Act
        var answer = await browser.SubmitAsync(form, null, ("Reason", "误导入"));

        // Assert
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        Assert.Equal(before.Count, (await ItemsAsync(Finance)).Count);
        await browser.SubmitAsync(await Browser.ParseAsync(answer), null, ("Reason", "误导入"));
        Assert.Empty(await ItemsAsync(Finance));
    }

    [Fact]
    public async Task Withdrawal_ByWhoMayNotWithdraw_IsForbidden()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "ImporterAlone");
        await ImportPages.ActAsync(browser, await ImportPages.UploadAsync(browser, "table.csv", ImportPages.Table), "import");

        // Act, Assert
        Assert.Equal(HttpStatusCode.Forbidden, await browser.StatusAsync("admin/import/1/withdraw"));
        Assert.Null((await browser.ReadAsync("admin/import/1")).QuerySelector("a[href$='/withdraw']"));
    }

    [Fact]
    public async Task Withdrawal_ForAReasonThatIsTooLong_IsRefused()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        await ImportPages.ActAsync(browser, await ImportPages.UploadAsync(browser, "table.csv", ImportPages.Table), "import");

        // Act
        var answer = await browser.SubmitAsync(await browser.ReadAsync("admin/import/1/withdraw"), null, ("Reason", new string('长', 501)));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotEmpty(await ItemsAsync(Finance));
    }

    [Fact]
    public async Task Withdrawal_WithoutAReason_IsRefused()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        await ImportPages.ActAsync(browser, await ImportPages.UploadAsync(browser, "table.csv", ImportPages.Table), "import");

        // Act
        var answer = await browser.SubmitAsync(await browser.ReadAsync("admin/import/1/withdraw"), null, ("Reason", ""));

        // Assert
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 2), (answer.StatusCode, (await ItemsAsync(Finance)).Count));
    }

    [Fact]
    public async Task Withdrawal_OfANeighboursImport_IsNotFound()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        await ImportPages.ActAsync(browser, await ImportPages.UploadAsync(browser, "table.csv", ImportPages.Table), "import");
        using var neighbour = await SignInAsync(Neighbour, "Importer");

        // Act
        var status = await neighbour.StatusAsync("admin/import/1/withdraw");

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Fact]
    public async Task Withdrawal_OfTheOperatorsImport_IsOfferedInTheHistory()
    {
        // Arrange
        await RunAsync("import", await WriteAsync("lines.jsonl", """{"title":"甲","formedOn":"2026-01-02"}"""), "--tenant", "finance");
        using var browser = await SignInAsync(Finance, "Importer");

        // Act
        var page = await browser.ReadAsync("admin/import/1");

        // Assert
        Assert.NotNull(page.QuerySelector("main a[href$='/admin/import/1/withdraw']"));
    }

    private async Task PublishAgainAsync(string contentItemId, string? title = null)
    {
        await using var scope = Host.Scope(Finance);
        var reader = scope.ServiceProvider.GetRequiredService<ContentReader>();
        var row = (await reader.FindRowAsync(contentItemId, CancellationToken.None))!; // imported before
        var item = (await reader.FindLatestAsync(contentItemId, CancellationToken.None))!; // as above
        item.Alter<TitlePart>(part => part.Title = title ?? part.Title + "（更正）");
        Assert.Empty((await scope.ServiceProvider.GetRequiredService<ContentManager>().SaveAndPublishAsync(item, row.Stamp, null, CancellationToken.None)).Problems);
    }
}
