using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Modularity.Tests.Texts;

public sealed class CharactersTests
{
    [Theory]
    [InlineData(null, 0)]
    [InlineData("财政局", 3)]
    [InlineData("𬭛𬭛", 2)]
    public void Count_OfRareCharacters_IsThatOfPeople(string? text, int expected) => Assert.Equal(expected, Characters.Count(text));

    [Theory]
    [InlineData("𬭛𬭛𬭛", 2, "𬭛𬭛")]
    [InlineData("a𬭛b", 2, "a𬭛")]
    [InlineData("ab", 2, "ab")]
    public void Cut_NeverSplitsACharacter(string text, int characters, string expected) => Assert.Equal(expected, Characters.Cut(text, characters));

    [Fact]
    public void Limit_OfRareCharacters_CountsEachOnce()
    {
        // Arrange
        var limit = new MaxCharactersAttribute(3);

        // Act, Assert
        Assert.True(limit.IsValid("𬭛𬭛𬭛"));
        Assert.False(limit.IsValid("𬭛𬭛𬭛𬭛"));
    }
}
