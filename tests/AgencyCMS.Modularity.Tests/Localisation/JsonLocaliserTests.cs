using System.Globalization;
using AgencyCMS.Modularity.Localisation;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Modularity.Tests.Localisation;

/// <summary>With the platform's own Chinese.</summary>
public sealed class JsonLocaliserTests : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;
    private readonly JsonLocaliser _localiser = new(new TranslationTable([typeof(TranslationTable).Assembly]));

    public void Dispose() => CultureInfo.CurrentUICulture = _before;

    [Fact]
    public void Sentence_InChinese_IsTranslated()
    {
        // Arrange
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");

        // Act
        var text = _localiser["Platform"];

        // Assert
        Assert.Equal(("平台", false), (text.Value, text.ResourceNotFound));
    }

    [Fact]
    public void Sentence_InEnglish_IsItsSource()
    {
        // Arrange
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

        // Act
        var text = _localiser["Platform"];

        // Assert
        Assert.Equal("Platform", text.Value);
    }

    [Fact]
    public void Sentence_ThatNobodyTranslated_IsItsSource()
    {
        // Arrange
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");

        // Act
        var text = _localiser["A sentence {0} nobody knows.", "that"];

        // Assert
        Assert.Equal(("A sentence that nobody knows.", true), (text.Value, text.ResourceNotFound));
    }

    [Fact]
    public void Problem_InChinese_IsShownWithItsArguments()
    {
        // Arrange
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");

        // Act
        var text = _localiser.Show(Problem.NotFound("tenants.not-found", "There is no tenant “{0}”.", "finance"));

        // Assert
        Assert.Contains("finance", text, StringComparison.Ordinal);
        Assert.DoesNotContain("There is", text, StringComparison.Ordinal);
    }
}
