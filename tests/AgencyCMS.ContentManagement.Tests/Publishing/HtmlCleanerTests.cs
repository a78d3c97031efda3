using AgencyCMS.ContentManagement.Publishing;

namespace AgencyCMS.ContentManagement.Tests.Publishing;

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

    [Theory]
    [InlineData("<p><span style='display:none;mso-hide:all'>批注</span>正文</p>", "<p>正文</p>")]
    [InlineData("<p hidden>批注</p><p>正文</p>", "<p>正文</p>")]
    [InlineData("<p>正文</p><div style=\"color:red; Visibility: hidden\"><p>批注</p></div>", "<p>正文</p>")]
    [InlineData("<label style=\"display:none\">批注</label><p>正文</p>", "<p>正文</p>")]
    [InlineData("<p style=\"display:inline;font-size:0.9em\">正文</p>", "<p>正文</p>")]
    public void Clean_OfWhatTheDocumentHides_LeavesNothingOfIt(string html, string expected) => Assert.Equal(expected, new HtmlCleaner().Clean(html));

    [Theory]
    [InlineData("<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "1/2")]
    [InlineData("<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac></math>", "(a+b)/c")]
    [InlineData("<math><msup><mn>10</mn><mn>8</mn></msup></math>", "10<sup>8</sup>")]
    [InlineData("<math><msub><mi>H</mi><mn>2</mn></msub><mi>O</mi></math>", "H<sub>2</sub>O")]
    [InlineData("<math><msqrt><mn>2</mn></msqrt></math>", "√(2)")]
    [InlineData("<math><semantics><mn>7</mn><annotation encoding=\"application/x-tex\">7</annotation></semantics></math>", "7")]
    public void Clean_OfAFormula_KeepsWhatItSays(string html, string expected) => Assert.Equal($"<p>x{expected}y</p>", new HtmlCleaner().Clean($"<p>x{html}y</p>"));

    [Theory]
    [InlineData("<p>（一）总则</p><p>第一条 为了</p><p>1.一</p>", "<p>（一）总则</p><p>第一条 为了</p><p>1.一</p>")]
    [InlineData("<ol start=\"3\" type=\"a\"><li value=\"5\">x</li></ol>", "<ol start=\"3\" type=\"a\"><li value=\"5\">x</li></ol>")]
    [InlineData("<ol style=\"list-style-type: upper-roman\"><li>x</li></ol>", "<ol type=\"I\"><li>x</li></ol>")]
    [InlineData("<ol style=\"list-style-type:cjk-ideographic\"><li>x</li></ol>", "<ol class=\"list-chinese\"><li>x</li></ol>")]
    [InlineData("<p>H<sub>2</sub>O 10<sup>8</sup></p>", "<p>H<sub>2</sub>O 10<sup>8</sup></p>")]
    [InlineData("<p>H<span style=\"vertical-align:sub\">2</span>O</p>", "<p>H<span><sub>2</sub></span>O</p>")]
    [InlineData("<p style=\"text-align:right\">县财政局</p>", "<p class=\"align-right\">县财政局</p>")]
    [InlineData("<p align=\"right\">县财政局</p>", "<p class=\"align-right\">县财政局</p>")]
    [InlineData("<p style=\"color:red;TEXT-ALIGN: Center\">通知</p>", "<p class=\"align-center\">通知</p>")]
    public void Clean_OfWhatMeansSomething_KeepsTheMeaning(string html, string expected) => Assert.Equal(expected, new HtmlCleaner().Clean(html));

    [Theory]
    [InlineData("<p>a<img src=\"data:image/png;base64,AA==\">b</p>", "<p>ab</p>")]
    [InlineData("<p>a<img src=\"file:///C:/1.png\" alt=\"印章\">b</p>", "<p>a印章b</p>")]
    [InlineData("<p><img src=\"/media/1.png\" alt=\"图\"></p>", "<p><img src=\"/media/1.png\" alt=\"图\"></p>")]
    public void Clean_OfAPictureThatCannotBeKept_LeavesNoEmptyFrame(string html, string expected) => Assert.Equal(expected, new HtmlCleaner().Clean(html));

    [Theory]
    [InlineData("a\u202Eb\u202C", "ab")]
    [InlineData("<p>a\u2067b\u2069</p>", "<p>ab</p>")]
    [InlineData("<p>a&#x202E;b&#8297;</p>", "<p>ab</p>")]
    [InlineData("<p><bdo dir=\"rtl\">ab</bdo></p>", "<p>ab</p>")]
    [InlineData("<p>\u0645\u06CC\u200C\u062E</p>", "<p>\u0645\u06CC\u200C\u062E</p>")]
    public void Clean_OfWhatTurnsTheOrderOfSigns_KeepsTheSigns(string html, string expected) => Assert.Equal(expected, new HtmlCleaner().Clean(html));

    [Theory]
    [InlineData("<p>a</p>", 0)]
    [InlineData("<img src=\"/media/1.png\"><img src=\"https://example.org/2.png\">", 0)]
    [InlineData("<IMG SRC=\"data:image/png;base64,AA==\"><img src='file:///C:/1.png'><img>", 3)]
    public void LostPictures_AreCounted(string html, int expected) => Assert.Equal(expected, HtmlCleaner.CountLostPictures(html));

    [Theory]
    [InlineData("<p>hidden treasure</p>", 0)]
    [InlineData("<p style=\"display:none\"></p>", 0)]
    [InlineData("<div hidden>a <span style=\"font-size:0\">b</span></div><p style=\"mso-hide:all\">c</p>", 2)]
    [InlineData("<section style=\"font-size: 0px;\"><p style=\"font-size:16px\">a</p></section>", 0)]
    public void HiddenPassages_AreCounted(string html, int expected) => Assert.Equal(expected, HtmlCleaner.CountHiddenPassages(html));

    [Theory]
    [InlineData("<section style=\"font-size: 0px;\"><p style=\"font-size:16px\">a</p></section>")]
    [InlineData("<div style=\"visibility:hidden\"><p style=\"visibility:visible\">a</p></div>")]
    public void Clean_OfAFrameOfNoSizeAroundWordsOfSome_KeepsTheWords(string html) => Assert.Contains("<p>a</p>", new HtmlCleaner().Clean(html), StringComparison.Ordinal);

    [Theory]
    [InlineData("<p>a</p><p style=\"visibility:hidden\"><span style=\"font-size:12pt\">b</span></p>", "a")]
    [InlineData("<p style=\"visibility:hidden\"><font style=\"font-size: 12pt\">b</font> <span style=\"visibility:visible\">a</span></p>", "a")]
    [InlineData("<div style=\"font-size:0\">b<span style=\"font-size:14px\">a</span></div>", "a")]
    [InlineData("<div style=\"visibility:hidden\"><p>b</p><span style=\"font:12pt x\"></span></div>a", "a")]
    [InlineData("<div style=\"/*x*/display:/**/none\">b</div>a", "a")]
    [InlineData("<div style=\"font:0/0 a\">b</div>a", "a")]
    [InlineData("<div style=\"font-size:0cm\">b</div>a", "a")]
    public void Clean_OfWhatIsHidden_JudgesEachTextByItself(string html, string shown) =>
        Assert.Equal(shown, new AngleSharp.Html.Parser.HtmlParser().ParseDocument(new HtmlCleaner().Clean(html)).Body!.TextContent.Trim());
}
