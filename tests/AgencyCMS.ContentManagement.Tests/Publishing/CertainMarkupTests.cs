using AgencyCMS.ContentManagement.Publishing;
using Ganss.Xss;

namespace AgencyCMS.ContentManagement.Tests.Publishing;

public sealed class CertainMarkupTests
{
    [Theory]
    [InlineData("<p>政务<strong>公开<em>工作</em></strong></p>\n<h2>一、目标</h2><p>a \"b\" 'c'</p>末")]
    [InlineData("<p></p>")]
    public void HtmlCleaner_WithPlainParagraphs_ChangesNothing(string html)
    {
        // Arrange
        var sanitizer = new HtmlSanitizer();

        // Act
        var isClean = CertainMarkup.IsClean(html);

        // Assert: what is passed over is what the sanitizer would have left as it is.
        Assert.True(isClean);
        Assert.Equal(sanitizer.Sanitize(html), html);
    }

    [Theory]
    [InlineData("<p onclick=\"x()\">a</p>")]
    [InlineData("<P>a</P>")]
    [InlineData("<p>a<p>b</p></p>")]
    [InlineData("<p>a")]
    [InlineData("<b>a</b>")]
    [InlineData("<p><b>a<b>b</b></b></p>")]
    [InlineData("<p><b><i>a</b></i></p>")]
    [InlineData("<p>a &lt;script&gt;</p>")]
    [InlineData("<p>1 > 0</p>")]
    [InlineData("<p>a</p><script>x()</script>")]
    [InlineData("<p>a</p><")]
    [InlineData("</p>")]
    [InlineData("<>")]
    [InlineData("<p/>")]
    [InlineData("<!--a--><p>a</p>")]
    [InlineData(" <p>a</p>")]
    [InlineData("")]
    public void HtmlCleaner_WithAnythingElse_IsNotCertain(string html)
    {
        Assert.False(CertainMarkup.IsClean(html));
    }
}
