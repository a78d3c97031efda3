using System.Net;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Disclosure.Tests.Import.PrepareImport;

public sealed class PrepareImportOnSqliteTests() : PrepareImportTests(DatabaseProvider.Sqlite);

public sealed class PrepareImportOnPostgreSqlTests() : PrepareImportTests(DatabaseProvider.PostgreSql);

/// <summary>How an uploaded table is understood before it is taken over.</summary>
public abstract class PrepareImportTests(DatabaseProvider provider) : DisclosureTest(provider)
{
    private const string Changed = "编号,标题,成文日期\n1,乙,2026-01-02\n";

    [Fact]
    public async Task Upload_OfATable_ShowsHowItIsUnderstood()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");

        // Act
        var page = await browser.ReadAsync(await ImportPages.UploadAsync(browser, "table.csv", ImportPages.Table));

        // Assert
        Assert.Equal("title", page.QuerySelector("select[name='Columns[0].Property'] option[selected]")!.GetAttribute("value"));
        Assert.Contains("关于放假的通知", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mapping_ChangedOnThePage_IsWhatTheImportFollows()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        var address = await ImportPages.UploadAsync(browser, "table.csv", ImportPages.Table);

        // Act
        await ImportPages.ActAsync(browser, address, "import", ("Columns[0].Property", ""), ("Columns[2].Property", "title"));

        // Assert
        Assert.Equal(["乙", "甲"], await TitlesAsync(Finance));
    }

    [Fact]
    public async Task Import_ByAnAgencyIntoAnother_IsForbidden()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        var address = await ImportPages.UploadAsync(browser, "table.csv", ImportPages.Table);
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
        var address = await ImportPages.UploadAsync(browser, "table.csv", "单位,标题,成文日期\nfinance,财政,2026-01-02\nneighbour,邻居,2026-01-02\n");

        // Act
        var page = await ImportPages.ActAsync(browser, address, "import", ("Into", "*"), ("By", "单位"));

        // Assert
        Assert.Equal([2, 0, 0, 0], ImportPages.Counts(page));
        Assert.Equal(("财政", "邻居"), (Assert.Single(await TitlesAsync(Finance)), Assert.Single(await TitlesAsync(Neighbour))));
    }

    [Fact]
    public async Task Import_OfTheCountyThatNamesTheAgencyOfEachLine_GoesThereUnlessAnotherSiteIsChosen()
    {
        // Arrange
        using var browser = await SignInAsync(Office, "CountyImporter");
        var address = await ImportPages.UploadAsync(browser, "table.csv", "发布机构,标题,成文日期\nfinance,财政,2026-01-02\nneighbour,邻居,2026-01-02\n");

        // Act
        var page = await ImportPages.ActAsync(browser, address, "import");

        // Assert
        Assert.Equal([2, 0, 0, 0], ImportPages.Counts(page));
        Assert.Equal(("财政", "邻居"), (Assert.Single(await TitlesAsync(Finance)), Assert.Single(await TitlesAsync(Neighbour))));
    }

    [Fact]
    public async Task Import_PreparedForASiteWhoseNameAnotherTakesOver_GoesToTheSiteThatWasChosen()
    {
        // Arrange
        using var browser = await SignInAsync(Office, "CountyImporter");
        var address = await ImportPages.UploadAsync(browser, "table.csv", ImportPages.Table);
        var form = await browser.ReadAsync(address);
        var chosen = form.QuerySelectorAll("select[name=Into] option").Single(option => option.TextContent == "finance").GetAttribute("value")!;
        await Host.UpdateAsync(Finance, tenant => tenant with { Name = "treasury" });
        await Host.UpdateAsync(Neighbour, tenant => tenant with { Name = "finance" });

        // Act
        await browser.SubmitAsync(form, null, ("act", "import"), ("Into", chosen));
        await ImportPages.EndAsync(browser, "admin/import/1");

        // Assert
        Assert.Equal((2, 0), ((await ItemsAsync(Finance)).Count, (await ItemsAsync(Neighbour)).Count));
    }

    [Fact]
    public async Task Import_RehearsedByAColumn_GoesToTheSitesThatWereMeantThen()
    {
        // Arrange
        using var browser = await SignInAsync(Office, "CountyImporter");
        var address = await ImportPages.UploadAsync(browser, "table.csv", "单位,标题,成文日期\nfinance,财政,2026-01-02\n");
        var rehearsed = await ImportPages.ActAsync(browser, address, "rehearse", ("Into", "*"), ("By", "单位"));
        await Host.UpdateAsync(Finance, tenant => tenant with { Name = "treasury" });
        await Host.UpdateAsync(Neighbour, tenant => tenant with { Name = "finance" });

        // Act
        var answer = await browser.SubmitAsync(rehearsed, "repeat", ("act", "import"));
        await ImportPages.EndAsync(browser, answer.Headers.Location!.ToString());

        // Assert
        Assert.Equal((1, 0), ((await ItemsAsync(Finance)).Count, (await ItemsAsync(Neighbour)).Count));
    }

    [Fact]
    public async Task Preview_OfAChangedMapping_ShowsTheLinesByIt()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        var address = await ImportPages.UploadAsync(browser, "table.csv", ImportPages.Table);

        // Act
        await browser.SubmitAsync(await browser.ReadAsync(address), null, ("act", "preview"), ("Columns[0].Property", ""), ("Columns[2].Property", "title"));

        // Assert
        var lines = (await browser.ReadAsync(address)).QuerySelectorAll("main section:last-of-type tbody tr");
        Assert.Equal(["甲", "乙", "丙"], lines.Select(line => line.QuerySelectorAll("td")[1].TextContent));
    }

    [Fact]
    public async Task Import_OfTheCountyWithoutASite_IsRefusedWithTheMappingKept()
    {
        // Arrange
        using var browser = await SignInAsync(Office, "CountyImporter");
        var address = await ImportPages.UploadAsync(browser, "table.csv", ImportPages.Table);

        // Act
        var answer = await browser.SubmitAsync(await browser.ReadAsync(address), null, ("act", "import"), ("Into", "*"), ("By", ""), ("Columns[2].Property", "body"), ("Entry", "a20_15_notices"));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Browser.ParseAsync(answer);
        Assert.NotNull(page.QuerySelector(".error-summary a[href='#By']"));
        Assert.Equal("body", page.QuerySelector("select[name='Columns[2].Property'] option[selected]")!.GetAttribute("value"));
        Assert.Equal("a20_15_notices", page.QuerySelector("select[name=Entry] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Mapping_WithTwoColumnsForOneProperty_AsksWhichIsMeant()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        var address = await ImportPages.UploadAsync(browser, "table.csv", "标题,名称,成文日期\n甲,乙,2026-01-02\n");

        // Act
        var asked = await browser.SubmitAsync(await browser.ReadAsync(address), null, ("act", "import"));
        await ImportPages.ActAsync(browser, address, "import", ("Columns[0].Property", ""));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Contains("“标题”列和“名称”列对应同一项目", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(["乙"], await TitlesAsync(Finance));
    }

    [Fact]
    public async Task Preview_OfALineWhoseItemWasCorrected_SaysSo()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        await CorrectAsync(browser);

        // Act
        var page = await browser.ReadAsync(await ImportPages.UploadAsync(browser, "table.csv", Changed));

        // Assert
        Assert.Contains("“标题”在上次导入后已经人工更正", page.QuerySelector("main section:last-of-type tbody tr")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "更正")]
    [InlineData(true, "乙")]
    public async Task Import_OfALineWhoseItemWasCorrected_DoesAsThePersonChose(bool overwrites, string expected)
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        await CorrectAsync(browser);
        var address = await ImportPages.UploadAsync(browser, "table.csv", Changed);
        (string, string)[] choice = overwrites ? [("OverwritesCorrections", "true")] : [];

        // Act
        var page = await ImportPages.ActAsync(browser, address, "import", choice);

        // Assert
        Assert.Equal([expected], await TitlesAsync(Finance));
        Assert.Contains("“标题”在上次导入后已经人工更正", page.QuerySelector("[aria-labelledby=import-notes]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAnImportThatHasEnded_LeadsToIt()
    {
        // Arrange
        using var browser = await SignInAsync(Finance, "Importer");
        var address = await ImportPages.UploadAsync(browser, "table.csv", ImportPages.Table);
        await ImportPages.ActAsync(browser, address, "import");

        // Act
        var answer = await browser.GetAsync(address);

        // Assert
        Assert.Equal("/finance/admin/import/1", answer.Headers.Location?.ToString());
    }

    // Imports a line and corrects the title of its item by hand.
    private async Task CorrectAsync(Browser browser)
    {
        await ImportPages.ActAsync(browser, await ImportPages.UploadAsync(browser, "table.csv", Changed.Replace("乙", "甲", StringComparison.Ordinal)), "import");
        var row = (await ItemsAsync(Finance)).Single();
        await using var scope = Host.Scope(Finance);
        var item = (await scope.ServiceProvider.GetRequiredService<ContentReader>().FindLatestAsync(row.ContentItemId, CancellationToken.None))!; // imported above
        item.Alter<TitlePart>(part => part.Title = "更正");
        Assert.Empty((await scope.ServiceProvider.GetRequiredService<ContentManager>().SaveAndPublishAsync(item, row.Stamp, null, CancellationToken.None)).Problems);
    }
}
