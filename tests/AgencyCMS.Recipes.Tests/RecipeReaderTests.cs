using System.Text;
using AgencyCMS.Testing.Files;

namespace AgencyCMS.Recipes.Tests;

public sealed class RecipeReaderTests
{
    [SampleTheory]
    [SampleFiles]
    public void Sample_OfOrchardCore_IsRead(string file)
    {
        // Arrange
        var bytes = File.ReadAllBytes(file);

        // Act
        var recipe = RecipeReader.Read(bytes);

        // Assert
        Assert.NotEmpty(recipe.Steps);
        Assert.All(recipe.Steps, step => Assert.NotNull(step!["name"]));
    }

    [Fact]
    public void Comments_TrailingCommasAndByteOrderMark_AreAccepted()
    {
        // Arrange
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. "// note\r\n{ \"steps\": [ /* one */ { \"name\": \"x\", }, ], }"u8];

        // Act
        var recipe = RecipeReader.Read(bytes);

        // Assert
        Assert.Single(recipe.Steps);
    }

    public static TheoryData<byte[]> Unreadable { get; } =
    [
        [.. "{\n\"steps\": [],\n\"a\": \""u8, 0xE6, 0x94, .. "\" }"u8],
        [.. "{\n\"steps\": [],\n\"a\": \"x\\ud842\" }"u8],
        [.. "{\n\"steps\": [],\n\"a\": \"x\\u0000\" }"u8],
        [.. "{\n\"steps\": [],\n\"a\": \"\uFFFE\" }"u8],
        [.. "{\n\"steps\": [],\n\"\\udc00\": 1 }"u8],
    ];

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void Text_ThatCannotBeKept_IsRefusedWithItsLine(byte[] recipe)
    {
        // Act
        var fault = Assert.Throws<RecipeFormatException>(() => RecipeReader.Read(recipe));

        // Assert
        Assert.Equal(3, fault.Line);
    }

    [Fact]
    public void Values_DeeperThanTheStoreReadsThemBack_AreRefused()
    {
        // Arrange
        var text = $$"""{ "steps": [ {{string.Concat(Enumerable.Repeat("{ \"a\": ", 70))}}1{{new string('}', 70)}} ] }""";

        // Act
        var fault = Assert.Throws<RecipeFormatException>(() => Read(text));

        // Assert
        Assert.Contains("depth", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BrokenFile_IsRefused_WithLineAndColumn()
    {
        // Arrange
        var text = "{\n  \"steps\": [\n    { \"name\": x }\n  ]\n}";

        // Act
        var fault = Assert.Throws<RecipeFormatException>(() => Read(text));

        // Assert
        Assert.Equal((3, 15), (fault.Line, fault.Column));
    }

    [Fact]
    public void Root_OtherThanAnObject_IsRefused()
    {
        Assert.Throws<RecipeFormatException>(() => Read("[]"));
    }

    [Fact]
    public void DoubledKey_IsRefused_WithItsPlace()
    {
        // Act
        var fault = Assert.Throws<RecipeFormatException>(() => Read("""{ "steps": [ { "name": "x", "a": 1, "b": { "a": 2 } },""" + "\n" + """{ "a": 1, "\u0061": 2 } ] }"""));

        // Assert
        Assert.Equal((2, 11, true), (fault.Line, fault.Column, fault.Message.Contains("“a”", StringComparison.Ordinal)));
    }

    [Fact]
    public void Variables_BehindTheSteps_HaveNoEffect()
    {
        // Act
        var recipe = Read("""{ "steps": [], "variables": { "a": "1" } }""");

        // Assert
        Assert.Empty(recipe.Variables);
        Assert.True(recipe.HasLateVariables);
    }

    [Fact]
    public void Descriptor_KeysOfAnyCase_AreRead()
    {
        // Act
        var recipe = Read("""{ "NAME": "a", "displayname": "县级", "IsSetupRecipe": true, "categories": "", "tags": ["t"] }""");

        // Assert
        Assert.Equal(("a", "县级", true), (recipe.Descriptor.Name, recipe.Descriptor.DisplayName, recipe.Descriptor.IsSetupRecipe));
        Assert.Empty(recipe.Descriptor.Categories);
        Assert.Equal(["t"], recipe.Descriptor.Tags);
    }

    [Theory]
    [InlineData("1.50")]
    [InlineData("12345678901234567890123")]
    [InlineData("1e3")]
    public void Number_KeepsItsDigits(string digits)
    {
        // Act
        var recipe = Read($$"""{ "steps": [ { "name": "x", "n": {{digits}} } ] }""");

        // Assert
        Assert.Equal(digits, recipe.Steps[0]!["n"]!.ToJsonString());
    }

    private static RecipeDocument Read(string text) => RecipeReader.Read(Encoding.UTF8.GetBytes(text));
}
