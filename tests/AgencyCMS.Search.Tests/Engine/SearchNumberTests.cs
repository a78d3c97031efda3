
namespace AgencyCMS.Search.Tests.Engine;

/// <summary>Document numbers and index numbers are found as people type them.</summary>
public sealed class SearchNumberTests : EngineTest
{
    [Theory]
    [InlineData("徐办〔2010〕15号")]
    [InlineData("徐办[2010]15号")]
    [InlineData("徐办(2010)15号")]
    [InlineData("徐办【2010】15号")]
    [InlineData("徐办（２０１０）15号")]
    [InlineData("徐办〔2010〕 15 号")]
    [InlineData("徐办201015号")]
    [InlineData("徐办〔2010〕15")]
    [InlineData("“徐办〔2010〕15号”")]
    public void Search_DocumentNumber_FindsItFirst(string text)
    {
        var result = Search(
            text,
            Given.Document("other", "工作方案") with { DocumentNumber = "徐办〔2010〕16号" },
            Given.Document("cites", "通知", "根据徐办〔2010〕15号文件"),
            Given.Document("it", "工作方案") with { DocumentNumber = "徐办〔2010〕15号" });

        Assert.Equal("it", result.Ids()[0]);
        Assert.DoesNotContain("other", result.Ids());
    }

    [Theory]
    [InlineData("11341702486344515H/202110-00013")]
    [InlineData("11341702486344515h/202110-00013")]
    [InlineData("11341702486344515H／202110－00013")]
    [InlineData("11341702486344515H202110")]
    [InlineData("202110-00013")]
    public void Search_IndexNumber_FindsOnlyIt(string text)
    {
        var result = Search(
            text,
            Given.Document("it", "部门预算") with { IndexNumber = "11341702486344515H/202110-00013" },
            Given.Document("other", "部门决算") with { IndexNumber = "11341702486344515H/202111-00014" });

        Assert.Equal(["it"], result.Ids());
    }
}
