using AgencyCMS.Modularity.Localisation;
using AgencyCMS.Modularity.Recipes;

namespace AgencyCMS.Modularity.Tests.Recipes;

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
