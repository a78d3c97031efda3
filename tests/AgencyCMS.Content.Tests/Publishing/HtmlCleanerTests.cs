using AgencyCMS.Content.Publishing;

namespace AgencyCMS.Content.Tests.Publishing;

public sealed class HtmlCleanerTests
{
    [Theory]
    [InlineData("<p>a</p><script>x()</script>", "<p>a</p>")]
    [InlineData("<p>a<script>x()</script>b</p>", "<p>ab</p>")]
    [InlineData("<style>p.MsoNormal { margin: 0 }</style><p>a</p>", "<p>a</p>")]
    [InlineData("<title>Pasted</title><p>a</p>", "<p>a</p>")]
    [InlineData("<svg><title><b>x</b></title></svg><p>a</p>", "<p>a</p>")]
    [InlineData("<p>a</p><iframe src=\"/x\">No frames.</iframe>", "<p>a</p>")]
    public void Clean_OfWhatIsNoTextOfThePage_LeavesNothingOfIt(string html, string expected) => Assert.Equal(expected, new HtmlCleaner().Clean(html));

    [Theory]
    [InlineData("<p><label>政务</label>公开</p>", "<p>政务公开</p>")]
    [InlineData("<o:p>a</o:p><p>b</p>", "a<p>b</p>")]
    public void Clean_OfATagThatIsNotAllowed_KeepsItsText(string html, string expected) => Assert.Equal(expected, new HtmlCleaner().Clean(html));
}
