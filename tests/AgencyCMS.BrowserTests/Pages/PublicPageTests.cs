using AgencyCMS.BrowserTests.Site;
using Deque.AxeCore.Playwright;

namespace AgencyCMS.BrowserTests.Pages;

[Collection(DemoSiteGroup.Name)]
public sealed class PublicPageTests(DemoSite site) : BrowserTest(site)
{
    public static TheoryData<string, string, int> Pages
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            foreach (var path in new[] { "", "agencies", "finance/", "finance/catalogue", "finance/catalogue/a20_07_department_budget", "finance/guide", "finance/search?q=预算", "search?q=公开", "liuting/", "account/sign-in" })
            {
                data.Add(path, "zh-CN", 1280);
                data.Add(path, "en", 375);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task PublicPage_CheckedByAxe_HasNoViolation(string path, string culture, int width)
    {
        // Arrange
        var page = await Site.OpenAsync(culture, width);

        // Act
        var response = await page.GotoAsync(path);
        var result = await page.RunAxe();

        // Assert
        Assert.Equal(200, response!.Status);
        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
    }

    [Fact]
    public async Task Item_OpenedFromTheCatalogue_ShowsItsMetadataAboveTheText()
    {
        // Arrange
        var page = await Site.OpenAsync();
        await page.GotoAsync("finance/catalogue");

        // Act
        await page.ClickAsync(".entry-list a >> nth=0");

        // Assert
        Assert.Matches("/finance/info/", page.Url);
        Assert.NotEmpty(await page.InnerTextAsync(".metadata dt:has-text('索引号') + dd"));
        Assert.NotEmpty(await page.GetAttributeAsync("meta[name=ArticleTitle]", "content") ?? "");
        Assert.Empty((await page.RunAxe()).Violations.Select(violation => violation.Id));
    }

    [Theory]
    [InlineData("", "standard")]
    [InlineData("finance/", "standard")]
    [InlineData("finance/catalogue", "standard")]
    [InlineData("finance/search?q=预算", "standard")]
    [InlineData("", "elder")]
    [InlineData("finance/", "elder")]
    [InlineData("finance/catalogue", "elder")]
    [InlineData("finance/search?q=预算", "elder")]
    [InlineData("finance/subscribe", "elder")]
    public async Task PublicPage_OnANarrowPhone_DoesNotScrollSideways(string path, string view)
    {
        // Arrange
        var page = await Site.OpenAsync(width: 320, view: view);

        // Act
        await page.GotoAsync(path);

        // Assert
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 320"));
    }

    [Theory]
    [InlineData(1280, "standard")]
    [InlineData(1280, "elder")]
    [InlineData(360, "standard")]
    [InlineData(360, "elder")]
    public async Task Particulars_InEnglish_BreakNoLabelWithinAWord(int width, string view)
    {
        // Arrange
        var page = await Site.OpenAsync("en", width, view: view);
        await page.GotoAsync("finance/catalogue");
        await page.ClickAsync(".entry-list a >> nth=0");
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");

        // Act
        var broken = await page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('.metadata dt')].flatMap(label => [...label.textContent.matchAll(/\S+/g)].filter(word => {
              const range = document.createRange();
              range.setStart(label.firstChild, word.index);
              range.setEnd(label.firstChild, word.index + word[0].length);
              return new Set([...range.getClientRects()].map(box => box.top)).size > 1;
            }).map(word => word[0]))
            """);

        // Assert
        Assert.Empty(broken);
    }

    [Theory]
    [InlineData("finance/", 1280)]
    [InlineData("finance/", 360)]
    [InlineData("", 1280)]
    public async Task Tiles_InEnglish_AreOfOneHeight(string path, int width)
    {
        // Arrange
        var page = await Site.OpenAsync("en", width);

        // Act
        await page.GotoAsync(path);
        var heights = await page.EvaluateAsync<int[]>("[...document.querySelectorAll('.entries a')].map(tile => Math.round(tile.getBoundingClientRect().height))");

        // Assert
        Assert.Single(heights.Distinct());
    }

    [Theory]
    [InlineData("")]
    [InlineData("finance/")]
    [InlineData("account/sign-in")]
    public async Task PublicPage_Loaded_AsksNoOtherHostForAnything(string path)
    {
        // Arrange
        var page = await Site.OpenAsync();
        var foreign = new List<string>();
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: not "data" } address && address.Authority != Site.Address.Authority)
            {
                foreign.Add(request.Url);
            }
        };

        // Act
        await page.GotoAsync(path, new() { WaitUntil = Microsoft.Playwright.WaitUntilState.NetworkIdle });

        // Assert
        Assert.Empty(foreign);
    }

    [Fact]
    public async Task PublicPage_FirstTab_ReachesTheSkipLink()
    {
        // Arrange
        var page = await Site.OpenAsync();
        await page.GotoAsync("finance/");

        // Act
        await page.Keyboard.PressAsync("Tab");

        // Assert
        Assert.Equal("skip-link", await page.EvaluateAsync<string>("document.activeElement.className"));
    }

    [Fact]
    public async Task Search_WithoutScript_FindsAndOpensAnItem()
    {
        // Arrange
        var page = await Site.OpenAsync(withScript: false);
        await page.GotoAsync("finance/search?q=预算");

        // Act
        await page.ClickAsync(".result a >> nth=0");

        // Assert
        Assert.Matches("/finance/info/", page.Url);
    }
}
