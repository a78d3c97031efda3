using AgencyCMS.Search.Engine.Queries;
using FsCheck.Xunit;

namespace AgencyCMS.Search.Tests.Engine.Queries;

public sealed class QueryTextParserTests
{
    [Theory]
    [InlineData("政务公开", "政务公开")]
    [InlineData("政务公开　制度", "政务公开|制度")]
    [InlineData("“政务 公开” 制度", "\"政务公开\"|制度")]
    [InlineData("”政务 公开“", "\"政务公开\"")]
    [InlineData("「政务 公开」制度", "\"政务公开\"|制度")]
    [InlineData("\"政务 公开", "政务|公开")]
    [InlineData("Covid-19 疫情", "covid19|疫情")]
    [InlineData("！！ () \"\"", "")]
    public void QueryTextParser_Typed_GivesTerms(string typed, string expected)
    {
        // Act
        var terms = QueryTextParser.Parse(typed).Terms
            .Select(term => (term.IsQuoted, Text: string.Concat(term.Units.Select(unit => unit.Text))))
            .Select(term => term.IsQuoted ? $"\"{term.Text}\"" : term.Text);

        // Assert
        Assert.Equal(expected, string.Join('|', terms));
    }

    [Fact]
    public void QueryTextParser_TooLong_IsCutAndSaysSo()
    {
        var parsed = QueryTextParser.Parse(new string('政', 10_000));

        Assert.True(parsed.IsCut);
        Assert.Equal(QueryTextParser.MaxChars, parsed.Terms.Single().Units.Length);
    }

    [Fact]
    public void QueryTextParser_SignsOnly_IsNotBlank()
    {
        Assert.False(QueryTextParser.Parse("???").IsBlank);
    }

    [Property(MaxTest = 500)]
    public void QueryTextParser_AnyText_StaysWithinBounds(string? typed)
    {
        Assert.InRange(QueryTextParser.Parse(typed).Terms.Length, 0, QueryTextParser.MaxTerms);
    }
}
