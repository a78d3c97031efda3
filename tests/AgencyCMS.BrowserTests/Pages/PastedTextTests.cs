using AgencyCMS.BrowserTests.Site;
using Microsoft.Playwright;

namespace AgencyCMS.BrowserTests.Pages;

/// <summary>What Word and WPS put on the clipboard keeps its meaning in the editor.</summary>
[Collection(DemoSiteGroup.Name)]
public sealed class PastedTextTests(DemoSite site) : BrowserTest(site)
{
    private const string Paste = """
        (editor, html) => {
          const data = new DataTransfer();
          data.setData('text/html', `<html><body>${html}</body></html>`);
          editor.focus();
          editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
          return document.querySelector('textarea[data-html-editor]').value;
        }
        """;

    [Theory]
    [InlineData("<p align=right style='text-align:right'>县财政局</p>", "<p class=\"align-right\">县财政局</p>")]
    [InlineData("<div align=right style='text-align:right'><p class=MsoNormal>县财政局</p></div>", "<p class=\"align-right\">县财政局</p>")]
    [InlineData("<div style=\"text-align:center\">标题</div>", "<p class=\"align-center\">标题</p>")]
    [InlineData("<center><p>标题</p><p align=left>正文</p></center>", "<p class=\"align-center\">标题</p><p>正文</p>")]
    [InlineData("<h1 align=center style='text-align:center'>标题</h1>", "<h2 class=\"align-center\">标题</h2>")]
    [InlineData("<div align=center><table><tr><td><p>甲</p></td></tr></table></div>", "<table><tbody><tr><td><p>甲</p></td></tr></tbody></table>")]
    [InlineData("<table><tr><td colspan=2 align=center>甲</td><td rowspan=2>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>", "<table><tbody><tr><td class=\"align-center\" colspan=\"2\"><p>甲</p></td><td rowspan=\"2\"><p>乙</p></td></tr><tr><td><p>丙</p></td><td><p>丁</p></td></tr></tbody></table>")]
    [InlineData("<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>（二）<span>&nbsp; </span></span>落实责任</p>", "<p>（二）落实责任</p>")]
    [InlineData("<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span>第二项</p>", "<p>2. 第二项</p>")]
    [InlineData("<p>可见<span style=\"display: none\">隐藏</span></p><p hidden>隐藏</p><p style='display:none;mso-hide: all'>隐藏</p><div style='mso-element: comment'><p>批注</p></div>", "<p>可见</p>")]
    [InlineData("<section style='font-size:0'><p style='font-size:16px'>可见</p></section>", "<p>可见</p>")]
    [InlineData("<p>H<sub>2</sub>O，10<span style='vertical-align:super'>8</span></p>", "<p>H<sub>2</sub>O，10<sup>8</sup></p>")]
    public async Task Text_PastedFromAWordProcessor_KeepsItsMeaning(string pasted, string kept)
    {
        // Arrange
        var page = await Site.SignInAsync("finance", "Editor");
        await page.GotoAsync("finance/admin/contents/new/Disclosure");
        var editor = await page.WaitForSelectorAsync(".html-editor .ProseMirror") ?? throw new PlaywrightException("There is no editor.");

        // Act
        var text = await editor.EvaluateAsync<string>(Paste, pasted);

        // Assert
        Assert.Equal(kept, text);
    }
}
