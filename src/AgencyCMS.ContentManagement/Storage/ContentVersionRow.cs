using AgencyCMS.ContentManagement.Items;
using AgencyCMS.Data.Stores;

namespace AgencyCMS.ContentManagement.Storage;

/// <summary>One version of an item. Never changed once written, but for its publication.</summary>
public sealed class ContentVersionRow : ITenantRow
{
    public int TenantId { get; set; }
    public required string ContentItemVersionId { get; set; }
    public required string ContentItemId { get; set; }

    /// <summary>Number within the item, from 1.</summary>
    public int Number { get; set; }

    /// <summary>The whole document; its flags <c>Latest</c> and <c>Published</c> are those of the item's row.</summary>
    public required string Json { get; set; }

    public string Author { get; set; } = "";

    /// <summary>Why it was saved, in the editor's words; null when nothing was said.</summary>
    public string? Comment { get; set; }

    public DateTimeOffset SavedAt { get; set; }
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>Who decided that it becomes public; null before that, and of versions published before this was noted.</summary>
    public string? PublishedBy { get; set; }

    /// <summary>The version as an item, with the flags it has now.</summary>
    public ContentItem ToItem(ContentItemRow item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var content = ContentItem.FromJson(Json);
        content.Latest = item.LatestVersionId == ContentItemVersionId;
        content.Published = item.PublishedVersionId == ContentItemVersionId;
        return content;
    }
}
