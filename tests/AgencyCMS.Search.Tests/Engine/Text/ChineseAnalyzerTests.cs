using AgencyCMS.Search.Engine.Text;
using Lucene.Net.Analysis.TokenAttributes;

namespace AgencyCMS.Search.Tests.Engine.Text;

public sealed class ChineseAnalyzerTests
{
    [Theory]
    [InlineData("政务公开", "政务 务公 公开 开")]
    [InlineData("放、管、服", "放管 管服 服")]
    [InlineData("“放管服”改革", "放管 管服 服改 改革 革")]
    [InlineData("政务。公开", "政务 务 公开 开")]
    [InlineData("通　知", "通知 知")]
    [InlineData("徐办〔2010〕15号", "徐办 办 2010 15 号")]
    [InlineData("ＣＯＶＩＤ－１９ 疫情", "covid 19 疫情 情")]
    [InlineData("𠮷野家", "𠮷野 野家 家")]
    [InlineData("11341702486344515H/202110-00013", "11341702486344515h 202110 00013")]
    [InlineData("⼯作", "工作 作")]
    [InlineData("、。！ ", "")]
    [InlineData("a\ud800b\udc00", "a b")]
    public void ChineseAnalyzer_Text_GivesPairsRunEndsWords(string text, string expected)
    {
        Assert.Equal(expected, string.Join(' ', Tokens(text)));
    }

    [Fact]
    public void ChineseAnalyzer_VeryLongWord_IsCutIntoTermsTheIndexCanHold()
    {
        Assert.All(Tokens(new string('x', 100_000)), token => Assert.True(token.Length <= TextScanner.MaxWordChars));
    }

    [Fact]
    public void ChineseAnalyzer_TextLongerThanItsBuffer_IsReadWhole()
    {
        Assert.Equal(5000, Tokens(new string('政', 5000)).Count);
    }

    private static List<string> Tokens(string text)
    {
        using var analyzer = new ChineseAnalyzer();
        using var stream = analyzer.GetTokenStream("any", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var tokens = new List<string>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            tokens.Add(term.ToString()!);
        }
        stream.End();
        return tokens;
    }
}
