using AgencyCMS.Search.Engine.Text;
using Lucene.Net.Analysis.TokenAttributes;

namespace AgencyCMS.Search.Tests.Engine.Text;

public sealed class ChineseAnalyzerTests
{
    [Theory]
    [InlineData("政务公开", "政务|政 务公 公开 开")]
    [InlineData("放、管、服", "放管|放 管服 服")]
    [InlineData("“放管服”改革", "放管|放 管服 服改 改革 革")]
    [InlineData("政务。公开", "政务|政 务 。 公开|公 开")]
    [InlineData("通　知", "通知|通 知")]
    [InlineData("徐办〔2010〕15号", "徐办|徐 办 2010 15 号")]
    [InlineData("ＣＯＶＩＤ－１９ 疫情", "covid 19 疫情|疫 情")]
    [InlineData("𠮷野家", "𠮷野|𠮷 野家 家")]
    [InlineData("11341702486344515H/202110-00013", "11341702486344515h 202110 00013")]
    [InlineData("一。\n二！", "一 。 二 。")]
    [InlineData("⼯作", "工作|工 作")]
    [InlineData("、。！ ", "")]
    [InlineData("a\ud800b\udc00", "a b")]
    public void ChineseAnalyzer_Text_GivesPairsRunEndsWordsAndBreaksByPosition(string text, string expected)
    {
        Assert.Equal(expected, string.Join(' ', Positions(text)));
    }

    [Fact]
    public void ChineseAnalyzer_VeryLongWord_IsCutIntoTermsTheIndexCanHold()
    {
        Assert.All(Tokens(new string('x', 100_000)), token => Assert.True(token.Length <= TextScanner.MaxWordChars));
    }

    [Fact]
    public void ChineseAnalyzer_TextLongerThanItsBuffer_IsReadWhole()
    {
        Assert.Equal(5001, Tokens(new string('政', 5000)).Count);
    }

    /// <summary>What stands at each position.</summary>
    private static List<string> Positions(string text)
    {
        var positions = new List<string>();
        foreach (var (token, step) in Steps(text))
        {
            if (step > 0)
            {
                positions.Add(token);
            }
            else
            {
                positions[^1] += "|" + token;
            }
        }
        return positions;
    }

    private static List<string> Tokens(string text) => [.. Steps(text).Select(token => token.Token)];

    private static List<(string Token, int Step)> Steps(string text)
    {
        using var analyzer = new ChineseAnalyzer();
        using var stream = analyzer.GetTokenStream("any", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var step = stream.GetAttribute<IPositionIncrementAttribute>();
        var tokens = new List<(string Token, int Step)>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            tokens.Add((term.ToString()!, step.PositionIncrement));
        }
        stream.End();
        return tokens;
    }
}
