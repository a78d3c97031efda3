using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Comparison;
using FsCheck.Xunit;

namespace AgencyCMS.ContentManagement.Tests.Items;

[Properties(Arbitrary = [typeof(JsonGenerators)])]
public sealed class ContentItemProperties
{
    [Property]
    public void RoundTrip_KeepsEverything(JsonObject document)
    {
        // Act
        var again = ContentItem.FromJson(ContentItem.FromJson(document).ToJson());

        // Assert
        Assert.True(JsonNode.DeepEquals(document, again.Document));
    }

    [Property]
    public void RoundTrip_KeepsEverySpelling(JsonObject document)
    {
        // Arrange
        var json = ContentItem.FromJson(document).ToJson();

        // Act, Assert
        Assert.Equal(json, ContentItem.FromJson(json).ToJson());
    }

    [Property]
    public void Comparison_WithACopy_FindsNothing(JsonObject document)
    {
        // Arrange
        var item = ContentItem.FromJson(document);

        // Act, Assert
        Assert.True(item.HasSameContent(item.Clone(), IgnoredProperties.None));
        Assert.Empty(ContentItemDiff.Between(item, item.Clone()));
    }

    [Property]
    public void Diff_FindsNothing_ExactlyWhereTheContentIsTheSame(JsonObject one, JsonObject other)
    {
        // Arrange
        var (before, after) = (ContentItem.FromJson(one), ContentItem.FromJson(other));

        // Act
        var changes = ContentItemDiff.Between(before, after);

        // Assert: an empty object or list and an absent one read alike, so only this direction holds.
        Assert.True(changes.Count > 0 || WithoutEmpty(before) == WithoutEmpty(after));
    }

    private static string WithoutEmpty(ContentItem item)
    {
        item.Document.Remove(nameof(ContentItem.Latest));
        Prune(item.Document);
        return CanonicalJson.Write(item.Document, dropNulls: true);
    }

    private static void Prune(JsonNode? node)
    {
        if (node is JsonObject json)
        {
            foreach (var (name, value) in json.ToList())
            {
                Prune(value);
                if (value is null or JsonObject { Count: 0 } or JsonArray { Count: 0 })
                {
                    json.Remove(name);
                }
            }
        }
        else if (node is JsonArray array)
        {
            foreach (var element in array)
            {
                Prune(element);
            }
            while (array.Count > 0 && array[^1] is null or JsonObject { Count: 0 } or JsonArray { Count: 0 })
            {
                array.RemoveAt(array.Count - 1);
            }
        }
    }
}
