using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Comparison;

namespace AgencyCMS.ContentManagement.Tests.Items;

public sealed class ContentItemDiffTests
{
    [Fact]
    public void Change_NamesPathAndBothValues()
    {
        // Act
        var changes = Between("""{ "TitlePart": { "Title": "旧" }, "N": { "Value": 1 } }""", """{ "TitlePart": { "Title": "新" }, "N": { "Value": 1.0 } }""");

        // Assert
        var change = Assert.Single(changes);
        Assert.Equal(("TitlePart.Title", "旧", "新"), (change.Path, change.Before, change.After));
    }

    [Fact]
    public void AddedPart_IsListedByItsValues()
    {
        // Act
        var change = Assert.Single(Between("{}", """{ "TitlePart": { "Title": "新" } }"""));

        // Assert
        Assert.Equal(("TitlePart.Title", null, "新"), (change.Path, change.Before, change.After));
    }

    [Fact]
    public void RemovedValue_HasNoAfter()
    {
        // Act
        var change = Assert.Single(Between("""{ "A": { "Tags": ["x", "y"] } }""", """{ "A": { "Tags": ["x"] } }"""));

        // Assert
        Assert.Equal(("A.Tags[1]", "y", null), (change.Path, change.Before, change.After));
    }

    [Fact]
    public void ItemInside_IsFoundByItsId_WhereverItStands()
    {
        // Act
        var changes = Between(
            """{ "Bag": { "ContentItems": [ { "ContentItemId": "a", "T": { "X": "1" } }, { "ContentItemId": "b" } ] } }""",
            """{ "Bag": { "ContentItems": [ { "ContentItemId": "c" }, { "ContentItemId": "a", "T": { "X": "2" } } ] } }""");

        // Assert
        Assert.Contains(changes, change => change is { Path: "Bag.ContentItems[1].T.X", Before: "1", After: "2" });
        Assert.Contains(changes, change => change is { Path: "Bag.ContentItems[0].ContentItemId", After: "c" });
        Assert.Contains(changes, change => change is { Path: "Bag.ContentItems[1].ContentItemId", Before: "b", After: null });
    }

    [Fact]
    public void ItemsInside_InAnotherOrder_AreOneChange()
    {
        // Act
        var changes = Between("""{ "L": [ { "ContentItemId": "a" }, { "ContentItemId": "b" } ] }""", """{ "L": [ { "ContentItemId": "b" }, { "ContentItemId": "a" } ] }""");

        // Assert
        Assert.Equal(("a, b", "b, a"), (Assert.Single(changes).Before, changes[0].After));
    }

    [Fact]
    public void Bookkeeping_IsLeftOut() => Assert.Empty(Between("""{ "ModifiedUtc": "a", "Latest": true }""", """{ "ModifiedUtc": "b", "ContentItemVersionId": "v" }"""));

    private static IReadOnlyList<ContentItemChange> Between(string before, string after) =>
        ContentItemDiff.Between(ContentItem.FromJson(before), ContentItem.FromJson(after));
}
