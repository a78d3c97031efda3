using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Comparison;

namespace AgencyCMS.ContentManagement.Tests.Items;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("1", "1.0")]
    [InlineData("100", "1e2")]
    [InlineData("0.5", "5E-1")]
    [InlineData("0", "-0.00")]
    [InlineData("\"\\u4e2d\"", "\"中\"")]
    [InlineData("{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}")]
    public void Documents_ThatSayTheSame_HaveOneSpelling(string one, string other) =>
        Assert.Equal(CanonicalJson.Write(JsonNode.Parse(one)), CanonicalJson.Write(JsonNode.Parse(other)));

    [Theory]
    [InlineData("1", "\"1\"")]
    [InlineData("[1,2]", "[2,1]")]
    [InlineData("{\"a\":null}", "{}")]
    [InlineData("1.1", "1.10000000000000000001")]
    public void Documents_ThatDiffer_HaveTwoSpellings(string one, string other) =>
        Assert.NotEqual(CanonicalJson.Write(JsonNode.Parse(one)), CanonicalJson.Write(JsonNode.Parse(other)));

    [Fact]
    public void Comparison_IgnoringBookkeeping_SeesTheContentOnly()
    {
        // Arrange
        var one = ContentItem.FromJson("""{ "ContentItemId": "x", "ContentItemVersionId": "1", "Latest": true, "ModifiedUtc": "2024-01-01T00:00:00Z", "P": { "a": null } }""");
        var other = ContentItem.FromJson("""{ "ContentItemId": "x", "ContentItemVersionId": "2", "Latest": false, "P": {} }""");

        // Act, Assert
        Assert.True(one.HasSameContent(other));
        Assert.False(one.HasSameContent(other, IgnoredProperties.State));
    }
}
