using AgencyCMS.Search.Engine.Queries;
using AgencyCMS.Search.Engine.Results;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AgencyCMS.Search.Tests.Engine.Results;

public sealed class HighlighterTests
{
    [Theory]
    [InlineData("政务公开", "全县政务公开工作", "全县[政务公开]工作")]
    [InlineData("公开", "政务公开，信息公开", "政务[公开]，信息[公开]")]
    [InlineData("放管服", "深化“放、管、服”改革", "深化“[放、管、服]”改革")]
    [InlineData("covid-19", "ＣＯＶＩＤ—１９疫情", "[ＣＯＶＩＤ—１９]疫情")]
    [InlineData("公开", "政务公。开", "政务公。开")]
    [InlineData("政务 公开", "政务公开", "[政务][公开]")]
    [InlineData("政务公开 政务", "政务公开与政务服务", "[政务公开]与[政务]服务")]
    [InlineData("县", "全县", "全[县]")]
    [InlineData("野", "𠮷野家", "𠮷[野]家")]
    [InlineData("<b>", "a <b>c</b>", "a <[b]>c</[b]>")]
    [InlineData("无关", "政务公开", "政务公开")]
    [InlineData("", "政务公开", "政务公开")]
    public void Highlighter_Match_IsMarkedAsWritten(string query, string text, string expected)
    {
        Assert.Equal(expected, new Highlighter(QueryTextParser.Parse(query), isLoose: false).Mark(text).Marked());
    }

    [Fact]
    public void Highlighter_LooseMatch_MarksPairs()
    {
        Assert.Equal("[政务]及[公开]", new Highlighter(QueryTextParser.Parse("政务公开"), isLoose: true).Mark("政务及公开").Marked());
    }

    [Fact]
    public void Highlighter_MatchDeepInBody_CutsThePassageAroundIt()
    {
        // Arrange
        var body = string.Concat(Enumerable.Repeat("无关的句子很长很长。", 100)) + "全面推进政务公开工作。" + string.Concat(Enumerable.Repeat("后面也长。", 100));

        // Act
        var snippet = new Highlighter(QueryTextParser.Parse("政务公开"), isLoose: false).Cut(body);

        // Assert
        Assert.StartsWith("全面推进[政务公开]工作", snippet.Segments.Marked(), StringComparison.Ordinal);
        Assert.True(snippet.StartsInside && snippet.EndsInside);
    }

    [Fact]
    public void Highlighter_SeveralTerms_CutsWhereMostOfThemMeet()
    {
        var body = "预算。" + new string('长', 500) + "。预算公开。" + new string('长', 500);

        var snippet = new Highlighter(QueryTextParser.Parse("预算 公开"), isLoose: false).Cut(body);

        Assert.Contains("[预算][公开]", snippet.Segments.Marked(), StringComparison.Ordinal);
    }

    [Fact]
    public void Highlighter_ManyLongTexts_LooksAtEachPlaceOnceHoweverMuchIsLookedFor()
    {
        // Arrange
        var highlighter = new Highlighter(QueryTextParser.Parse(new string('口', QueryTextParser.MaxChars)), isLoose: false);
        var body = new string('口', 190) + "政" + new string('口', 90_000);

        // Act
        var snippets = Enumerable.Range(0, 50).Select(_ => highlighter.Cut(body)).ToList();

        // Assert
        // The budget of one search is used up by the first texts; those behind show their beginning.
        Assert.DoesNotContain(snippets[^1].Segments, segment => segment.IsMatch);
        Assert.StartsWith("口口口", snippets[^1].Segments[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Highlighter_ManyMatches_CutsWhereMostDifferentOnesStand()
    {
        // Arrange
        var body = string.Concat(Enumerable.Repeat("预算和", 20_000)) + new string('长', 300) + "。预算、决算、公开。" + new string('长', 300);

        // Act
        var snippet = new Highlighter(QueryTextParser.Parse("预算 决算 公开"), isLoose: false).Cut(body);

        // Assert
        Assert.Contains("[预算]、[决算]、[公开]", snippet.Segments.Marked(), StringComparison.Ordinal);
    }

    [Property(MaxTest = 300)]
    public Property Highlighter_AnyTextAndQuery_LosesNoCharacter() => Prop.ForAll(Texts(), Texts(), (query, text) =>
    {
        var segments = new Highlighter(QueryTextParser.Parse(query), isLoose: false).Mark(text);

        Assert.Equal(text, string.Concat(segments.Select(segment => segment.Text)));
    });

    [Property(MaxTest = 300)]
    public Property Highlighter_AnyTextAndQuery_CutsAPieceOfTheText() => Prop.ForAll(Texts(), Texts(), (query, text) =>
    {
        var body = string.Concat(Enumerable.Repeat(text, 30));

        var snippet = new Highlighter(QueryTextParser.Parse(query), isLoose: true).Cut(body);

        Assert.Contains(string.Concat(snippet.Segments.Select(segment => segment.Text)), body, StringComparison.Ordinal);
    });

    private static Arbitrary<string> Texts() =>
        Gen.Elements("政", "务", "公", "开", "。", "、", " ", "A", "ｂ", "1", "𠮷", "\ud840", "\n", "“").ListOf().Select(list => string.Concat(list)).ToArbitrary();
}
