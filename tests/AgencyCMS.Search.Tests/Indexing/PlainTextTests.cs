using AgencyCMS.Search.Indexing;

namespace AgencyCMS.Search.Tests.Indexing;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("<p>政务<b>公开</b></p><p>工作</p>", "政务公开\n工作")]
    [InlineData("一<br>二", "一\n二")]
    [InlineData("<table><tr><td>甲</td><td>乙</td></tr></table>", "甲\n乙")]
    [InlineData("a &amp; b&nbsp;c", "a & b c")]
    [InlineData("<script>alert(1)</script><style>p{}</style>正文", "正文")]
    [InlineData("<p>a <span class=\"x\">b</span>\n c</p>", "a b c")]
    [InlineData("<h2>一</h2> <ul><li>甲</li><li>乙</li></ul>", "一\n甲\n乙")]
    [InlineData("a < b", "a < b")]
    [InlineData("<!-- c --><p>a</p>", "a")]
    [InlineData("没有标记", "没有标记")]
    [InlineData("", "")]
    public void PlainText_OfHtml_HasALineForEachBlock(string html, string expected)
    {
        Assert.Equal(expected, PlainText.FromHtml(html));
    }
}
