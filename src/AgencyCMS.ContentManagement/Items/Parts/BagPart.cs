using System.Text.Json.Nodes;

namespace AgencyCMS.ContentManagement.Items.Parts;

/// <summary>Items that live inside another and have no life of their own.</summary>
public sealed class BagPart : ContentPart
{
    /// <summary>Copies of the items inside, in order.</summary>
    public IReadOnlyList<ContentItem> ContentItems
    {
        get => Json[nameof(ContentItems)] is JsonArray items ? [.. items.OfType<JsonObject>().Select(ContentItem.FromJson)] : [];
        set => Json[nameof(ContentItems)] = new JsonArray([.. value.Select(item => item.Document.DeepClone())]);
    }
}
