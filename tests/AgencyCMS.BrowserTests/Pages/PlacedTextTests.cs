using AgencyCMS.BrowserTests.Site;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Modularity.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Medium = Microsoft.Playwright.Media;

namespace AgencyCMS.BrowserTests.Pages;

/// <summary>Signatures, dates and titles of a document stand on the public page where its writer put them.</summary>
[Collection(DemoSiteGroup.Name)]
public sealed class PlacedTextTests(DemoSite site) : BrowserTest(site)
{
    private const string Body = """
        <p class="align-center">标题</p><p>第一段文字。</p><p class="align-right">县财政局</p><p class="align-right">2026年1月5日</p>
        <table><tbody><tr><td colspan="2" class="align-center">表头</td></tr><tr><td>甲</td><td class="align-right">1</td></tr></tbody></table>
        """;

    [Theory]
    [InlineData(1280, "standard", Medium.Screen)]
    [InlineData(1280, "elder", Medium.Screen)]
    [InlineData(1280, "contrast", Medium.Screen)]
    [InlineData(360, "standard", Medium.Screen)]
    [InlineData(360, "elder", Medium.Screen)]
    [InlineData(1280, "standard", Medium.Print)]
    public async Task Signature_OnThePublicPage_StandsAtTheRight(int width, string view, Medium medium)
    {
        // Arrange
        var page = await OpenAsync(width, view, medium);

        // Act
        var gaps = await page.EvaluateAsync<double[]>(Gaps("right"), ".prose > p.align-right");

        // Assert
        Assert.Equal(2, gaps.Length);
        Assert.All(gaps, gap => Assert.InRange(gap, -1, 1));
    }

    [Theory]
    [InlineData(1280, "standard", Medium.Screen)]
    [InlineData(360, "elder", Medium.Screen)]
    [InlineData(1280, "standard", Medium.Print)]
    public async Task Title_OnThePublicPage_StandsInTheMiddle(int width, string view, Medium medium)
    {
        // Arrange
        var page = await OpenAsync(width, view, medium);

        // Act
        var left = await page.EvaluateAsync<double[]>(Gaps("left"), ".prose > p.align-center");
        var right = await page.EvaluateAsync<double[]>(Gaps("right"), ".prose > p.align-center");

        // Assert
        Assert.InRange(Assert.Single(left) - Assert.Single(right), -1, 1);
    }

    [Fact]
    public async Task Paragraph_BesideThem_IsSetInByTwoCharacters()
    {
        // Arrange
        var page = await OpenAsync(1280, "standard", Medium.Screen);

        // Act
        var indents = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.prose > p')].map(p => getComputedStyle(p).textIndent)");

        // Assert
        Assert.Equal(["0px", "36px", "0px", "0px"], indents);
    }

    // How far the words end from that edge of their paragraph.
    private static string Gaps(string edge) => $$"""
        selector => [...document.querySelectorAll(selector)].map(p => {
          const range = document.createRange();
          range.selectNodeContents(p);
          return Math.abs(p.getBoundingClientRect().{{edge}} - range.getBoundingClientRect().{{edge}});
        })
        """;

    private async Task<IPage> OpenAsync(int width, string view, Medium medium)
    {
        var path = await PublishAsync();
        var page = await Site.OpenAsync(width: width, view: view);
        await page.EmulateMediaAsync(new() { Media = medium });
        Assert.Equal(200, (await page.GotoAsync("finance/" + path))!.Status);
        return page;
    }

    private async Task<string> PublishAsync()
    {
        var finance = Site.Host.Services.GetRequiredService<TenantDirectory>().FindByName("finance")!; // of the demonstration
        await using var scope = Site.Host.Scope(finance);
        var item = ContentItem.New("Page");
        item.Alter<TitlePart>(part => part.Title = "落款靠右");
        var path = $"placed-{Guid.NewGuid():N}";
        item.Alter<AutoroutePart>(part => part.Path = path);
        item.Alter<HtmlBodyPart>(part => part.Html = Body);
        var outcome = await scope.ServiceProvider.GetRequiredService<ContentManager>().SaveAndPublishAsync(item, 0, null, CancellationToken.None);
        Assert.False(outcome.IsRefused);
        return path;
    }
}
