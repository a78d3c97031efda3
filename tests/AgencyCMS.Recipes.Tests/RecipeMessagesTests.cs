using AgencyCMS.Modularity.Localisation;

namespace AgencyCMS.Recipes.Tests;

public sealed class RecipeMessagesTests
{
    [Fact]
    public void EveryMessage_IsTranslated()
    {
        // Arrange
        var chinese = TranslationTable.Read(typeof(RecipeMessages).Assembly).Single(table => table.Culture == "zh-CN").Entries;

        // Act, Assert
        Assert.All(RecipeMessages.All, message => Assert.True(chinese.ContainsKey(message.Text), message.Text));
    }

    [Fact]
    public void Codes_AreUnique() => Assert.Distinct(RecipeMessages.All.Select(message => message.Code));
}
