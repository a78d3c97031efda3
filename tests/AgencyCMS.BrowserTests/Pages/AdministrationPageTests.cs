using System.Text.RegularExpressions;
using AgencyCMS.BrowserTests.Site;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Testing;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AgencyCMS.BrowserTests.Pages;

[Collection(DemoSiteGroup.Name)]
public sealed class AdministrationPageTests(DemoSite site) : BrowserTest(site)
{
    [Theory]
    [InlineData("finance", "SiteAdministrator", "finance/admin", "zh-CN", 1280)]
    [InlineData("finance", "SiteAdministrator", "finance/admin/contents", "zh-CN", 1280)]
    [InlineData("finance", "SiteAdministrator", "finance/admin/contents/new/Disclosure", "en", 375)]
    [InlineData("finance", "SiteAdministrator", "finance/admin/catalogue", "en", 1280)]
    [InlineData("finance", "SiteAdministrator", "finance/admin/features", "zh-CN", 375)]
    [InlineData("finance", "SiteAdministrator", "finance/admin/import", "zh-CN", 1280)]
    [InlineData("county-office", "CountyAdministrator", "admin/import", "en", 320)]
    [InlineData("finance", "SiteAdministrator", "finance/admin/members", "zh-CN", 1280)]
    [InlineData("county-office", "CountyAdministrator", "admin/tenants", "zh-CN", 1280)]
    [InlineData("county-office", "CountyAdministrator", "admin/tenants", "en", 375)]
    [InlineData("county-office", "CountyAdministrator", "admin/accounts", "zh-CN", 1280)]
    [InlineData("county-office", "CountyAdministrator", "admin/operations", "en", 1280)]
    [InlineData("county-office", "CountyAdministrator", "admin", "zh-CN", 1280)]
    [InlineData("county-office", "CountyAdministrator", "admin/tenants/new", "zh-CN", 375)]
    [InlineData("county-office", "CountyAdministrator", "admin/tenants/2", "en", 375)]
    [InlineData("county-office", "CountyAdministrator", "admin/tenants/2/help", "zh-CN", 1280)]
    [InlineData("county-office", "CountyAdministrator", "admin/tenants/2/features/AgencyCMS.Disclosure/off", "en", 375)]
    [InlineData("finance", "SiteAdministrator", "finance/admin/settings", "en", 375)]
    [InlineData("finance", "SiteAdministrator", "finance/admin/help", "zh-CN", 375)]
    [InlineData("finance", "Editor", "finance/admin", "en", 375)]
    [InlineData("finance", "RequestOfficer", "finance/admin", "zh-CN", 1280)]
    public async Task AdministrationPage_CheckedByAxe_HasNoViolation(string tenant, string role, string path, string culture, int width)
    {
        // Arrange
        var page = await Site.SignInAsync(tenant, role, culture, width);

        // Act
        var response = await page.GotoAsync(path);
        var result = await page.RunAxe();

        // Assert
        Assert.Equal(200, response!.Status);
        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
    }

    [Fact]
    public async Task Tenant_MadeByOneForm_IsOpenAtOnce()
    {
        // Arrange
        var page = await Site.SignInAsync("county-office", "CountyAdministrator");
        await page.GotoAsync("admin/tenants/new");

        // Act
        await page.FillAsync("input[name=Name]", "water");
        await page.FillAsync("input[name=Title]", "澄岚县水利局");
        await page.FillAsync("input[name=Prefix]", "water");
        await page.ClickAsync("main form button.is-primary");
        await page.WaitForSelectorAsync(".alert.is-good");
        var response = await page.GotoAsync("water/");

        // Assert
        Assert.Equal(200, response!.Status);
        Assert.Contains("澄岚县水利局", await page.TitleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disclosure_WrittenAndPublishedInTheBrowser_IsListedAtOnce()
    {
        // Arrange
        var page = await Site.SignInAsync("education", "SiteAdministrator");
        await WriteNoticeAsync(page, "关于公布冬季作息时间的通知");

        // Act
        await page.ClickAsync("button[name=action][value=publish], button[value=publish]");
        await page.WaitForSelectorAsync(".alert.is-good");
        await page.GotoAsync("education/catalogue/a20_15_notices");

        // Assert
        Assert.Contains("关于公布冬季作息时间的通知", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Editor_AfterSaving_OffersNoTextAsUndelivered()
    {
        // Arrange
        var page = await Site.SignInAsync("education", "SiteAdministrator");
        await WriteNoticeAsync(page, "关于校车安全的通知");
        await page.ClickAsync("button[value=save]");
        await page.WaitForSelectorAsync(".alert.is-good");
        await page.ReloadAsync(); // the message of the first saving is shown once

        // Act
        await page.FillAsync("input[name='TitlePart.Title']", "关于校车安全检查的通知");
        await page.ClickAsync("button[value=save]");
        await page.WaitForSelectorAsync(".alert.is-good");

        // Assert
        Assert.Equal("关于校车安全检查的通知", await page.InputValueAsync("input[name='TitlePart.Title']"));
        Assert.False(await page.IsVisibleAsync("[data-draft-offer]"));
        await page.GotoAsync("education/admin/contents/new/Disclosure");
        Assert.False(await page.IsVisibleAsync("[data-draft-offer]"));
    }

    [Theory]
    [InlineData("save")]
    [InlineData("publish")]
    public async Task Editor_SavedWithACommentAndAFile_OffersNoTextAsUndelivered(string button)
    {
        // Arrange
        var page = await Site.SignInAsync("education", "SiteAdministrator");
        await WriteNoticeAsync(page, $"关于食堂卫生的通知（{button}）");
        await page.FillAsync("input[name=Comment]", "按会议意见修改");
        await page.SetInputFilesAsync("input[name='AttachmentsPart.Upload']", Note);
        var arrived = page.WaitForResponseAsync(new Regex("/arrived\\?token="));

        // Act
        await page.ClickAsync($"button[value={button}]");
        await page.WaitForSelectorAsync(".alert.is-good");
        await (await arrived).FinishedAsync();

        // Assert
        Assert.Equal(1, await page.Locator(".attachment-forms > li").CountAsync());
        Assert.False(await page.IsVisibleAsync("[data-draft-offer]"));
        await Eventually.IsTrueAsync(async () => await page.EvaluateAsync<int>("localStorage.length") == 0, "the browser forgets what the server has");
    }

    [Fact]
    public async Task Editor_WhoseSaveNeverArrived_OffersTheTextAgain()
    {
        // Arrange
        var page = await Site.SignInAsync("education", "SiteAdministrator");
        await WriteNoticeAsync(page, "关于冬季取暖的通知");
        await page.ClickAsync("button[value=save]");
        await page.WaitForSelectorAsync(".alert.is-good");
        await Eventually.IsTrueAsync(async () => await page.EvaluateAsync<int>("localStorage.length") == 0, "the browser forgets what the server has");
        await page.RouteAsync(new Regex("/admin/contents/[a-z0-9]{26}(/autosave)?$"), route => route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync());
        await page.FillAsync("input[name='TitlePart.Title']", "关于冬季取暖时间的通知");

        // Act
        await Eventually.IsTrueAsync(async () => await page.EvaluateAsync<int>("localStorage.length") == 1, "the browser keeps what is typed");
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.ReloadAsync();

        // Assert
        await page.ClickAsync("[data-draft-restore]");
        Assert.Equal("关于冬季取暖时间的通知", await page.InputValueAsync("input[name='TitlePart.Title']"));
    }

    [Fact]
    public async Task Editor_AfterTheSessionWasLost_SignsInInPlaceAndSavesEverything()
    {
        // Arrange
        var page = await Site.SignInAsync("education", "SiteAdministrator");
        await WriteNoticeAsync(page, "关于校服采购的通知");
        await page.SetInputFilesAsync("input[name='AttachmentsPart.Upload']", Note);
        var name = await page.InnerTextAsync(".top-tools details:last-of-type summary");
        await page.Context.ClearCookiesAsync();

        // Act
        await page.ClickAsync("button[value=save]");
        await page.FillAsync("dialog input[name=UserName]", name.Trim());
        await page.FillAsync("dialog input[name=Password]", "Not-the-password-1");
        await page.ClickAsync("dialog form button");
        await page.WaitForSelectorAsync("dialog .error-summary");
        await page.FillAsync("dialog input[name=Password]", DemoSite.Password);
        await page.ClickAsync("dialog form button");
        await page.WaitForSelectorAsync(".alert.is-good");

        // Assert
        Assert.Equal("关于校服采购的通知", await page.InputValueAsync("input[name='TitlePart.Title']"));
        Assert.Equal(1, await page.Locator(".attachment-forms > li").CountAsync());
    }

    [Fact]
    public async Task Editor_WhenSomebodyElseSignsInInPlace_SendsNothingInTheirName()
    {
        // Arrange
        var page = await Site.SignInAsync("education", "SiteAdministrator");
        await WriteNoticeAsync(page, "关于校服采购的通知");
        var colleague = await Site.SignInAsync("education", "Editor");
        var name = await colleague.InnerTextAsync(".top-tools details:last-of-type summary");
        await page.Context.ClearCookiesAsync();

        // Act
        await page.ClickAsync("button[value=save]");
        await page.FillAsync("dialog input[name=UserName]", name.Trim());
        await page.FillAsync("dialog input[name=Password]", DemoSite.Password);
        await page.ClickAsync("dialog form button");
        await page.WaitForSelectorAsync("dialog #session-heading:has-text('内容尚未提交')");

        // Assert
        Assert.Contains("另一个账号", await page.InnerTextAsync("dialog"), StringComparison.Ordinal);
        Assert.Equal("关于校服采购的通知", await page.InputValueAsync("input[name='TitlePart.Title']"));
    }

    [Fact]
    public async Task NewItem_WhoseTextNeverReachedTheServer_IsOfferedOnThePageForTheNextOne()
    {
        // Arrange
        var page = await Site.SignInAsync("education", "SiteAdministrator");
        await page.GotoAsync("education/admin/contents/new/Disclosure");
        await page.Context.SetOfflineAsync(true);
        await page.FillAsync("input[name='TitlePart.Title']", "关于冬季供暖的通知");
        await Eventually.IsTrueAsync(async () => await page.EvaluateAsync<int>("localStorage.length") == 1, "the browser keeps what is typed");
        await page.Context.SetOfflineAsync(false);
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.GotoAsync("education/admin"); // before the text is sent again
        await page.EvaluateAsync("for (const key of Object.keys(localStorage)) localStorage.setItem(key, JSON.stringify({ ...JSON.parse(localStorage.getItem(key)), at: 0 }))");

        // Act
        await page.GotoAsync("education/admin/contents/new/Disclosure");
        await page.ClickAsync("[data-draft-restore]");

        // Assert
        Assert.Equal("关于冬季供暖的通知", await page.InputValueAsync("input[name='TitlePart.Title']"));
    }

    [Fact]
    public async Task Editor_OfASiteThatHasMoved_SaysSoAndKeepsTheText()
    {
        // Arrange
        var directory = Site.Host.Services.GetRequiredService<TenantDirectory>();
        var tenant = directory.FindByName("education")!;
        var page = await Site.SignInAsync("education", "SiteAdministrator");
        await WriteNoticeAsync(page, "关于校服采购的通知");
        await Site.Host.UpdateAsync(tenant, current => current with { Prefix = "moved" });

        // Act
        string said;
        try
        {
            await page.ClickAsync("button[value=save]");
            await page.WaitForSelectorAsync("dialog[open]");
            said = await page.InnerTextAsync("dialog");
        }
        finally
        {
            await Site.Host.UpdateAsync(tenant, current => current with { Prefix = tenant.Prefix });
        }

        // Assert
        Assert.Contains("内容尚未提交", said, StringComparison.Ordinal);
        Assert.Contains("不在这个网址", said, StringComparison.Ordinal);
        Assert.DoesNotContain("退出登录", said, StringComparison.Ordinal);
        Assert.Equal("关于校服采购的通知", await page.InputValueAsync("input[name='TitlePart.Title']"));
    }

    [Fact]
    public async Task Settings_SentWithoutScriptAfterTheSessionWasLost_AreSavedWhenThePageIsLoadedAgain()
    {
        // Arrange
        var page = await Site.SignInAsync("education", "SiteAdministrator", withScript: false);
        var name = (await page.InnerTextAsync(".top-tools details:last-of-type summary")).Trim();
        await page.GotoAsync("education/admin/settings");
        await page.FillAsync("input[name=Fax]", "0571-1234567");
        await page.Context.ClearCookiesAsync(new() { Name = "agencycms" });
        await page.ClickAsync("main .action-bar button");

        // Act
        var tab = await page.Context.RunAndWaitForPageAsync(() => page.ClickAsync("main a[target=_blank]"));
        await DemoSite.SignInAsync(tab, name);
        await page.ReloadAsync();

        // Assert
        Assert.Equal("0571-1234567", await page.InputValueAsync("input[name=Fax]"));
        Assert.True(await page.IsVisibleAsync(".alert.is-good"));
    }

    [Theory]
    [InlineData("zh-CN", 1280)]
    [InlineData("en", 320)]
    public async Task Import_FromUploadToEnd_HasNoViolationAndFits(string culture, int width)
    {
        // Arrange
        var page = await Site.SignInAsync("finance", "SiteAdministrator", culture, width);
        var table = System.Text.Encoding.UTF8.GetBytes($"标题,成文日期\n第{width}号通知,2026-01-02\n无日期,\n");
        await page.GotoAsync("finance/admin/import");
        await page.SetInputFilesAsync("input[name=File]", new FilePayload { Name = "table.csv", MimeType = "text/csv", Buffer = table });
        var faults = new List<string>();

        // Act
        await page.ClickAsync("main form button.is-primary");
        await page.WaitForSelectorAsync("button[value=import]");
        faults.AddRange(await FaultsAsync(page));
        await page.ClickAsync("button[value=import]");
        await page.WaitForSelectorAsync("#import-refused");
        faults.AddRange(await FaultsAsync(page));

        // Assert
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Equal(["1", "0", "0", "1"], await page.Locator(".stat b").AllInnerTextsAsync());
    }

    [Theory]
    [InlineData("county-office", "CountyAdministrator", "en", "tenants tenants/2/edit tenants/2/features tenants/2/suspend accounts accounts/new members roles recipes operations/jobs content-types content-types/Disclosure")]
    [InlineData("finance", "SiteAdministrator", "zh-CN", "contents contents/new/Page catalogue/new catalogue/rules_laws settings recipes operations roles ../account ../account/password ../account/sessions ../account/second-factor")]
    public async Task AdministrationPages_InOneWalk_FitASmallDeskAndANarrowPhoneWithoutViolation(string tenant, string role, string culture, string paths)
    {
        // Arrange
        var page = await Site.SignInAsync(tenant, role, culture, 1024);
        var faults = new List<string>();

        // Act
        foreach (var path in paths.Split(' '))
        {
            await page.SetViewportSizeAsync(1024, 900);
            var response = await page.GotoAsync((tenant == "county-office" ? "admin/" : $"{tenant}/admin/") + path);
            Assert.Equal(200, response!.Status);
            faults.AddRange(await FaultsAsync(page));
            await page.SetViewportSizeAsync(320, 900);
            faults.AddRange(await TooWideAsync(page));
        }

        // Assert
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Tenants_OnASmallDesk_ShowEveryColumnAndBreakNoNameWithinAWord(string culture)
    {
        // Arrange
        var page = await Site.SignInAsync("county-office", "CountyAdministrator", culture, 1024);

        // Act
        await page.GotoAsync("admin/tenants");

        // Assert
        Assert.True(await page.EvaluateAsync<bool>("(() => { const frame = document.querySelector('.table-wrap'); return frame.scrollWidth <= frame.clientWidth; })()"), "the table is cut");
        Assert.Equal(1, await page.EvaluateAsync<int>("""
            (() => {
              const range = document.createRange();
              range.selectNodeContents(document.querySelector('tbody td'));
              return range.getClientRects().length;
            })()
            """));
    }

    [Fact]
    public async Task Editor_OnADesk_KeepsItsCardsApart()
    {
        // Arrange
        var page = await Site.SignInAsync("education", "SiteAdministrator");

        // Act
        await page.GotoAsync("education/admin/contents/new/Disclosure");
        var gaps = await page.EvaluateAsync<double[]>("""
            [...document.querySelectorAll('.editor-page > div > .card + .card')]
              .map(card => card.getBoundingClientRect().top - card.previousElementSibling.getBoundingClientRect().bottom)
            """);

        // Assert
        Assert.NotEmpty(gaps);
        Assert.All(gaps, gap => Assert.True(gap >= 16, $"{gap} pixels apart"));
    }

    private static async Task<IEnumerable<string>> FaultsAsync(IPage page)
    {
        var result = await page.RunAxe();
        var tooWide = await TooWideAsync(page);
        return result.Violations.Select(violation => $"{page.Url} {violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}").Concat(tooWide);
    }

    private static async Task<IEnumerable<string>> TooWideAsync(IPage page)
    {
        var elements = await page.EvaluateAsync<string[]>("""
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] : [...document.querySelectorAll('body *')]
              .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth && !element.closest('.table')).map(element => element.outerHTML.slice(0, 200))
            """);
        return elements.Select(element => $"{page.Url} is too wide: {element}");
    }

    private static FilePayload Note => new() { Name = "附件.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes("附件正文") };

    private static async Task WriteNoticeAsync(IPage page, string title)
    {
        await page.GotoAsync("education/admin/contents/new/Disclosure");
        await page.FillAsync("input[name='TitlePart.Title']", title);
        await page.SelectOptionAsync("select[name='DisclosurePart.Entry']", "a20_15_notices");
        await page.FillAsync("input[name='DisclosurePart.FormedOn']", "2026-11-01");
    }
}
