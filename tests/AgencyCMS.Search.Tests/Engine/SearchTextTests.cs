
namespace AgencyCMS.Search.Tests.Engine;

/// <summary>What is found by text, and in which order.</summary>
public sealed class SearchTextTests : EngineTest
{
    [Fact]
    public void Search_ChinesePhrase_FindsItInOnePieceOnly()
    {
        var result = Search(
            "政务公开",
            Given.Document("whole", "年度安排", "全面推进政务公开工作"),
            Given.Document("parts", "公开招聘公告", "政务服务中心公开招聘"));

        Assert.Equal(["whole"], result.Ids());
    }

    [Fact]
    public void Search_PhraseInTitle_RanksBeforeBody()
    {
        var result = Search(
            "政务公开",
            Given.Document("body", "年度工作安排", string.Concat(Enumerable.Repeat("推进政务公开，政务公开，", 20))),
            Given.Document("title", "关于进一步做好全县政务公开工作的实施意见", "各单位要高度重视"));

        Assert.Equal(["title", "body"], result.Ids());
    }

    [Theory]
    [InlineData("县")]
    [InlineData("财")]
    [InlineData("局")]
    public void Search_SingleIdeograph_FindsItAnywhere(string text)
    {
        var result = Search(text, Given.Document("a", "县财政局"), Given.Document("b", "民政工作"));

        Assert.Equal(["a"], result.Ids());
    }

    [Theory]
    [InlineData("covid-19疫情")]
    [InlineData("ＣＯＶＩＤ")]
    [InlineData("A类")]
    [InlineData("a类企业")]
    [InlineData("19疫")]
    public void Search_MixedScripts_FindsAcrossWidthAndCase(string text)
    {
        var result = Search(text, Given.Document("a", "COVID-19 疫情期间Ａ类企业名单"), Given.Document("b", "疫情通报"));

        Assert.Equal(["a"], result.Ids());
    }

    [Fact]
    public void Search_SeveralTerms_MustAllBeFound()
    {
        var result = Search("预算 公开", Given.Document("both", "预算", "依法公开"), Given.Document("one", "预算"));

        Assert.Equal(["both"], result.Ids());
    }

    [Fact]
    public void Search_AgencyNameBesideATerm_Narrows()
    {
        var result = Search(
            "财政局 预算",
            Given.Document("a", "部门预算"),
            Given.Document("b", "部门预算") with { AgencyTitle = "徐水县教育局" });

        Assert.Equal(["a"], result.Ids());
    }

    [Fact]
    public void Search_QuotedPhraseWithSpace_FindsItWrittenTogether()
    {
        var result = Search("“政务 公开”", Given.Document("a", "政务公开"), Given.Document("b", "政务服务 信息公开"));

        Assert.Equal(["a"], result.Ids());
    }

    [Fact]
    public void Search_QuotedPhraseThatIsNowhere_IsNotLoosened()
    {
        Assert.Empty(Search("“政务信息公开制度”", Given.Document("a", "政务公开制度")).Hits);
    }

    [Fact]
    public void Search_UnquotedSentenceThatIsNowhere_FindsWhatHoldsMostOfIt()
    {
        var result = Search("徐水县政务公开实施方案", Given.Document("a", "徐水县2010年政务公开工作实施方案"), Given.Document("b", "财政预算"));

        Assert.True(result.IsLoose);
        Assert.Equal(["a"], result.Ids());
    }

    [Theory]
    [InlineData("放管服改革")]
    [InlineData("“放管服”改革")]
    [InlineData("放、管、服")]
    public void Search_PunctuationInsideText_IsIgnored(string text)
    {
        Assert.Equal(["a"], Search(text, Given.Document("a", "深化“放管服”改革工作要点")).Ids());
    }

    [Fact]
    public void Search_Blank_FindsEverything()
    {
        Assert.Equal(2, Search("  ", Given.Document("a", "一"), Given.Document("b", "二")).Total);
    }

    [Fact]
    public void Search_SignsOnly_FindsNothing()
    {
        Assert.Equal(0, Search("？！", Given.Document("a", "一")).Total);
    }

    [Fact]
    public void Search_EqualMatches_PutsTheNewerFirst()
    {
        var result = Search(
            "预算",
            Given.Document("old", "部门预算").PublishedOn(2015, 1, 5),
            Given.Document("new", "部门预算").PublishedOn(2022, 1, 5));

        Assert.Equal(["new", "old"], result.Ids());
    }
}
