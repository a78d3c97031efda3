using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.Modularity.Localisation;

namespace AgencyCMS.ContentManagement.Tests.Recipes;

public sealed class ContentRecipeMessagesTests
{
    [Fact]
    public void EveryMessage_IsTranslated()
    {
        // Arrange
        var chinese = TranslationTable.Read(typeof(ContentRecipeMessages).Assembly).Single(table => table.Culture == "zh-CN").Entries;

        // Act, Assert
        Assert.All(ContentRecipeMessages.All, message => Assert.True(chinese.ContainsKey(message.Text), message.Text));
    }

    [Fact]
    public void Codes_AreUnique() => Assert.Distinct(ContentRecipeMessages.All.Select(message => message.Code));
}
