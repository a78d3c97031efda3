using AgencyCMS.Modularity.Features;

namespace AgencyCMS.Architecture.Tests.Translations;

/// <summary>For each rule a sample that breaks it, so that every rule is seen red.</summary>
public sealed class TranslationRulesTests
{
    private static readonly Dictionary<string, string> Chinese = new() { ["Notices"] = "公告", ["Board"] = "公告栏" };

    [Theory]
    [InlineData("""S["Board"] S["Pin it up"]""")]
    [InlineData("""localizer[isOpen ? "Board" : "Pin it up"]""")]
    [InlineData("""Problem.Refused("notices.not-pinned", "Pin it up")""")]
    [InlineData("""Problem.Invalid("notices.not-pinned", "Pin", "Pin it up")""")]
    [InlineData("""[Required(ErrorMessage = "Pin it up")]""")]
    public void Sentence_WithoutItsChinese_IsABreach(string text)
    {
        // Act
        var breach = Assert.Single(TranslationRules.WithoutChinese(TranslationRules.SentencesIn([("ShowNotice.cshtml", text)]), Chinese));

        // Assert
        Assert.Equal("ShowNotice.cshtml: “Pin it up” has no Chinese.", breach);
    }

    [Fact]
    public void Feature_WithoutItsChinese_IsABreachForEachText()
    {
        // Arrange
        var feature = new FeatureDescriptor { Id = "Sample", Name = "Board", Description = "Shows notices.", Category = "Walls", ModuleId = "Sample" };

        // Act
        var breaches = TranslationRules.WithoutChinese(TranslationRules.SentencesOf([feature]), Chinese);

        // Assert
        Assert.Equal(["Sample: “Shows notices.” has no Chinese.", "Sample: “Walls” has no Chinese."], breaches);
    }

    [Fact]
    public void Translation_OfASentenceThatIsNotThere_IsABreach()
    {
        // Act
        var breach = Assert.Single(TranslationRules.UsedNowhere([File("""{ "Say \"Board\"": "公告栏", "Board": "公告栏" }""")], [("ShowNotice.cshtml", """S["Say \"Board\""]""")]));

        // Assert
        Assert.Equal("zh-CN.json: “Board” is used nowhere.", breach);
    }

    [Fact]
    public void Translation_WithOtherPlaceholders_IsABreach()
    {
        // Act
        var breach = Assert.Single(TranslationRules.OtherPlaceholders([File("""{ "From {0} to {1:d}": "{1:d} 之前，{0} 之后", "{0} of {1}": "{0}" }""")]));

        // Assert
        Assert.Equal("zh-CN.json: “{0} of {1}” and its Chinese differ in placeholders.", breach);
    }

    [Fact]
    public void Translation_GivenTwiceInAFile_IsABreach()
    {
        // Act
        var breach = Assert.Single(TranslationRules.GivenTwice([File("""{ "Board": "公告栏", "Notices": "公告", "Board": "公告栏" }"""), File("""{ "Notices": "公告" }""", "other.json")]));

        // Assert
        Assert.Equal("zh-CN.json: “Board” is there twice.", breach);
    }

    [Fact]
    public void Translation_ThatDiffersBetweenModules_IsABreach()
    {
        // Act
        var breach = Assert.Single(TranslationRules.DifferentChinese([File("""{ "Board": "公告栏" }"""), File("""{ "Board": "看板" }""", "other.json")]));

        // Assert
        Assert.Equal("“Board” has different Chinese: 公告栏 in zh-CN.json, 看板 in other.json.", breach);
    }

    private static (string Path, string Text) File(string json, string path = "zh-CN.json") => (path, json);
}
