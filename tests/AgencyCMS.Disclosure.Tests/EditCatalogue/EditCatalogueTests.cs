using System.Net;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.Disclosure.Domain;
using AgencyCMS.Disclosure.Tests.Fixtures;
using AgencyCMS.Recipes;
using AgencyCMS.Testing.Browsing;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Disclosure.Tests.EditCatalogue;

public abstract class EditCatalogueTests(DisclosureSite site)
{
    [Fact]
    public async Task OwnEntry_Added_StandsInThePublicTree()
    {
        // Arrange
        using var keeper = await site.SignInAsync();

        // Act
        var answer = await AddAsync(keeper, "own_added", "本局专栏", "rules");

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("本局专栏", (await PublicEntryAsync("own_added")).QuerySelector("h1")?.TextContent);
    }

    [Fact]
    public async Task OwnEntry_BeneathOneThatHoldsItems_IsRefused()
    {
        // Arrange
        using var keeper = await site.SignInAsync();
        await AddAsync(keeper, "own_full", "有信息的", "");
        await site.PublishAsync(DisclosureSite.NewItem("在其中的信息", "own_full"));

        // Act
        var answer = await AddAsync(keeper, "own_below", "下级", "own_full");

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("在其中的信息", (await PublicEntryAsync("own_full")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnEntry_ThatAScheduledPublicationNeeds_IsNotRemoved()
    {
        // Arrange
        using var keeper = await site.SignInAsync();
        await AddAsync(keeper, "own_planned", "将有信息的", "");
        await using (var scope = site.Host.Scope(site.Finance))
        {
            var manager = scope.ServiceProvider.GetRequiredService<ContentManager>();
            var saved = await manager.SaveDraftAsync(DisclosureSite.NewItem("将来的信息", "own_planned"), 0, null, CancellationToken.None);
            Assert.False((await scope.ServiceProvider.GetRequiredService<ContentSchedule>().ScheduleAsync(saved.Value.ContentItemId, saved.Value.Stamp, TimeProvider.System.GetUtcNow().AddDays(30), null, CancellationToken.None)).IsRefused);
        }

        // Act
        var page = await keeper.ReadAsync("admin/catalogue/own_planned");
        await keeper.SubmitAsync(page, "/remove");

        // Assert
        Assert.Equal("将有信息的", (await PublicEntryAsync("own_planned")).QuerySelector("h1")?.TextContent);
    }

    [Fact]
    public async Task OwnEntry_WithACodeThatIsTaken_IsRefusedAtItsField()
    {
        // Arrange
        using var keeper = await site.SignInAsync();

        // Act
        var answer = await AddAsync(keeper, "rules_own", "又一个制度", "");

        // Assert
        var page = await Browser.ParseAsync(answer);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("rules_own", page.QuerySelector("[name=Code]")?.GetAttribute("value"));
        Assert.Contains("rules_own", page.QuerySelector(".field-error, [role=alert]")?.TextContent ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnEntry_WithATitleThatIsReadBackwards_IsRefused()
    {
        // Arrange
        using var keeper = await site.SignInAsync();

        // Act
        var answer = await AddAsync(keeper, "own_backwards", "栏\u202E专", "");

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("U+202E", (await Browser.ParseAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnEntry_AddedByManyAtTheSameInstant_IsTakenForAllButOne()
    {
        // Arrange
        var keepers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.SignInAsync()));
        var pages = await Task.WhenAll(keepers.Select(keeper => keeper.ReadAsync("admin/catalogue/new")));

        // Act
        var answers = await Task.WhenAll(keepers.Zip(pages, (keeper, page) => keeper.SubmitAsync(page, "/new", ("Code", "own_rushed"), ("Title", "抢先"), ("Parent", ""))));

        // Assert
        Assert.Equal(
            [HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity],
            answers.Select(answer => answer.StatusCode).Order());
        Array.ForEach(keepers, keeper => keeper.Dispose());
    }

    [Fact]
    public async Task OwnEntry_DeeperThanACatalogueGoes_IsRefusedWithWhatWasTyped()
    {
        // Arrange
        using var keeper = await site.SignInAsync();
        for (var level = 1; level <= CatalogueShape.MaxDepth; level++)
        {
            await AddAsync(keeper, $"own_level{level}", $"第{level}层", level == 1 ? "" : $"own_level{level - 1}");
        }

        // Act
        var answer = await AddAsync(keeper, "own_too_deep", "太深", $"own_level{CatalogueShape.MaxDepth}");

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("太深", (await Browser.ParseAsync(answer)).QuerySelector("[name=Title]")?.GetAttribute("value"));
    }

    [Theory]
    [InlineData("Title", CatalogueTexts.MaxTitle)]
    [InlineData("TitleEn", CatalogueTexts.MaxTitle)]
    [InlineData("Description", CatalogueTexts.MaxDescription)]
    public async Task OwnEntry_WithATextThatIsTooLong_IsRefusedAtItsField(string field, int longest)
    {
        // Arrange
        using var keeper = await site.SignInAsync();
        var texts = new Dictionary<string, string> { ["Code"] = "own_long", ["Title"] = "长", [field] = new('长', longest + 1) };

        // Act
        var answer = await keeper.SubmitAsync("admin/catalogue/new", [.. texts.Select(pair => (pair.Key, pair.Value))]);

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"不得超过{longest}个字", (await Browser.ParseAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnEntry_Removed_IsNotFound()
    {
        // Arrange
        using var keeper = await site.SignInAsync();
        await AddAsync(keeper, "own_removed", "临时专栏", "");

        // Act
        await keeper.SubmitAsync(await keeper.ReadAsync("admin/catalogue/own_removed"), "/remove");

        // Assert
        using var reader = site.Browse();
        Assert.Equal(HttpStatusCode.NotFound, await reader.StatusAsync("catalogue/own_removed"));
    }

    [Fact]
    public async Task OwnEntry_ThatHasAnItem_CannotBeRemoved()
    {
        // Arrange
        using var keeper = await site.SignInAsync();
        await AddAsync(keeper, "own_used", "常用专栏", "");
        await site.PublishAsync(DisclosureSite.NewItem("专栏第一期", "own_used"));

        // Act
        await keeper.SubmitAsync(await keeper.ReadAsync("admin/catalogue/own_used"), "/remove");

        // Assert
        Assert.Equal("常用专栏", (await PublicEntryAsync("own_used")).QuerySelector("h1")?.TextContent);
    }

    [Fact]
    public async Task StandardEntry_CannotBeRemoved()
    {
        // Arrange
        using var keeper = await site.SignInAsync();

        // Act
        var page = await keeper.ReadAsync("admin/catalogue/rules_own");

        // Assert
        Assert.Empty(page.QuerySelectorAll("form[action$='/remove']"));
    }

    [Fact]
    public async Task OwnEntry_DoesNotShowAtTheTwin()
    {
        // Arrange
        using var keeper = await site.SignInAsync();
        await AddAsync(keeper, "own_private", "只此一家", "");
        using var twin = site.Browse(site.Twin);

        // Act
        var status = await twin.StatusAsync("catalogue/own_private");

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Fact]
    public async Task Declaration_OfNoSuchMatter_IsShownWithItsReason()
    {
        // Arrange
        using var keeper = await site.SignInAsync();
        await AddAsync(keeper, "own_declared", "行政许可", "");

        // Act
        await keeper.SubmitAsync("admin/catalogue/own_declared", ("Reason", "本机关不实施行政许可。"));

        // Assert
        Assert.Contains("本机关不实施行政许可。", (await PublicEntryAsync("own_declared")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declaration_TakenBack_IsNotShown()
    {
        // Arrange
        using var keeper = await site.SignInAsync();
        await AddAsync(keeper, "own_taken_back", "行政处罚", "");
        await keeper.SubmitAsync("admin/catalogue/own_taken_back", ("Reason", "本机关不实施行政处罚。"));

        // Act
        await keeper.SubmitAsync("admin/catalogue/own_taken_back", ("takeBack", "true"));

        // Assert
        Assert.DoesNotContain("本机关不实施行政处罚。", (await PublicEntryAsync("own_taken_back")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declaration_WithoutReason_IsRefused()
    {
        // Arrange
        using var keeper = await site.SignInAsync();

        // Act
        var answer = await keeper.SubmitAsync("admin/catalogue/rules_laws", ("Reason", ""));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Declaration_TakenBackMeanwhile_IsNotMadeAgainByAnOldForm()
    {
        // Arrange
        using var keeper = await site.SignInAsync();
        await AddAsync(keeper, "own_old_form", "行政征收", "");
        await keeper.SubmitAsync("admin/catalogue/own_old_form", ("Reason", "本机关不实施行政征收。"));
        var old = await keeper.ReadAsync("admin/catalogue/own_old_form");
        await keeper.SubmitAsync("admin/catalogue/own_old_form", ("takeBack", "true"));

        // Act
        var answer = await keeper.SubmitAsync(old, "own_old_form", ("Reason", "本机关不实施行政征收。"));

        // Assert
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        Assert.DoesNotContain("本机关不实施行政征收。", (await PublicEntryAsync("own_old_form")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declaration_WithALineBreak_CanBeTakenBackByABrowserThatSendsItsOwnLineEnds()
    {
        // Arrange
        using var keeper = await site.SignInAsync();
        await AddAsync(keeper, "own_two_lines", "行政裁决", "");
        await using (var scope = site.Host.Scope(site.Finance))
        {
            var report = await scope.ServiceProvider.GetRequiredService<TenantRecipes>().RunAsync(
                RecipeSource.FromText("test", """{ "steps": [ { "name": "CatalogueDeclarations", "Declarations": [ { "Entry": "own_two_lines", "Reason": "没有。\n有变化另行公开。" } ] } ] }"""),
                isDryRun: false, null, CancellationToken.None);
            Assert.Empty(report.Errors);
        }
        var page = await keeper.ReadAsync("admin/catalogue/own_two_lines");

        // Act
        var answer = await keeper.SubmitAsync(page, "own_two_lines", ("takeBack", "true"), ("Shown", "没有。\r\n有变化另行公开。"));

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.DoesNotContain("有变化另行公开", (await PublicEntryAsync("own_two_lines")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declaration_OfAnEntryThatHoldsItems_IsRefused()
    {
        // Arrange
        using var keeper = await site.SignInAsync();
        await AddAsync(keeper, "own_contradicted", "行政检查", "");
        await site.PublishAsync(DisclosureSite.NewItem("检查结果", "own_contradicted"));

        // Act
        var answer = await keeper.SubmitAsync("admin/catalogue/own_contradicted", ("Reason", "本机关不实施行政检查。"));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("检查结果", (await PublicEntryAsync("own_contradicted")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declaration_IsNotShownAboveItemsThatCameLater()
    {
        // Arrange
        using var keeper = await site.SignInAsync();
        await AddAsync(keeper, "own_overtaken", "行政强制", "");
        await keeper.SubmitAsync("admin/catalogue/own_overtaken", ("Reason", "本机关不实施行政强制。"));

        // Act
        await site.PublishAsync(DisclosureSite.NewItem("强制决定", "own_overtaken"));

        // Assert
        var page = (await PublicEntryAsync("own_overtaken")).QuerySelector("main")!.TextContent;
        Assert.Contains("强制决定", page, StringComparison.Ordinal);
        Assert.DoesNotContain("本机关不实施行政强制。", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gaps_AreTheEntriesWithNeitherItemsNorADeclaration()
    {
        // Arrange
        using var keeper = await site.SignInAsync();
        await AddAsync(keeper, "gap_open", "尚无内容", "");
        await AddAsync(keeper, "gap_filled", "已有内容", "");
        await AddAsync(keeper, "gap_declared", "并无此事", "");
        await site.PublishAsync(DisclosureSite.NewItem("一条信息", "gap_filled"));
        await keeper.SubmitAsync("admin/catalogue/gap_declared", ("Reason", "没有这项职能。"));

        // Act
        var page = await keeper.ReadAsync("admin/catalogue?empty=true");

        // Assert
        var listed = page.QuerySelector(".tree")!.TextContent;
        Assert.Contains("尚无内容", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("已有内容", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("并无此事", listed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Console_ShowsTheTreeWithCounts()
    {
        // Arrange
        using var keeper = await site.SignInAsync();
        await AddAsync(keeper, "tree_top", "上级栏目", "");
        await AddAsync(keeper, "tree_full", "有内容的下级", "tree_top");
        await AddAsync(keeper, "tree_bare", "没内容的下级", "tree_top");
        await site.PublishAsync(DisclosureSite.NewItem("树中的信息", "tree_full"));

        // Act
        var page = await keeper.ReadAsync("admin/catalogue");

        // Assert
        var branch = page.QuerySelectorAll(".tree details").Single(details => details.QuerySelector("summary")!.TextContent.Contains("上级栏目", StringComparison.Ordinal));
        Assert.Contains("1 条", branch.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 个空目录", branch.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, branch.QuerySelectorAll("ul > li > a").Length);
    }

    [Fact]
    public async Task Console_ForAReader_IsNotOpen()
    {
        // Arrange
        using var reader = site.Browse();

        // Act
        var answer = await reader.GetAsync("admin/catalogue");

        // Assert
        Assert.Contains("/account/sign-in", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> AddAsync(Browser keeper, string code, string title, string parent) =>
        keeper.SubmitAsync("admin/catalogue/new", ("Code", code), ("Title", title), ("Parent", parent));

    private async Task<IDocument> PublicEntryAsync(string code)
    {
        using var reader = site.Browse();
        return await reader.ReadAsync("catalogue/" + code);
    }

    public sealed class OnSqlite(SqliteSite site) : EditCatalogueTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : EditCatalogueTests(site), IClassFixture<PostgreSqlSite>;
}
