using System.Text.Json.Nodes;
using AgencyCMS.Recipes.Exporting;

namespace AgencyCMS.Recipes.Tests;

public sealed class RecipeWriterTests
{
    [Fact]
    public async Task WrittenRecipe_ReadsAsItWas()
    {
        // Arrange
        using var stream = new MemoryStream();
        var descriptor = new RecipeDescriptor { Name = "finance", DisplayName = "财政局", Tags = ["export"] };

        // Act
        await RecipeWriter.WriteAsync(stream, descriptor, new Dictionary<string, string> { ["v"] = "1" }, StepsAsync(), CancellationToken.None);

        // Assert
        var recipe = RecipeReader.Read(stream.ToArray());
        Assert.Equal(("finance", "财政局"), (recipe.Descriptor.Name, recipe.Descriptor.DisplayName));
        Assert.Equal("1", recipe.Variables["v"]);
        Assert.Equal("""{"name":"note","text":"中文 <p>","price":1.50}""", recipe.Steps[0]!.ToJsonString(new(RecipeJson.Indented) { WriteIndented = false }));
    }

    [Fact]
    public async Task WrittenRecipe_HasNoByteOrderMark()
    {
        // Arrange
        using var stream = new MemoryStream();

        // Act
        await RecipeWriter.WriteAsync(stream, new(), new Dictionary<string, string>(), StepsAsync(), CancellationToken.None);

        // Assert
        Assert.Equal((byte)'{', stream.ToArray()[0]);
    }

    private static async IAsyncEnumerable<JsonObject> StepsAsync()
    {
        await Task.CompletedTask;
        yield return JsonNode.Parse("""{ "name": "note", "text": "中文 <p>", "price": 1.50 }""")!.AsObject();
    }
}
