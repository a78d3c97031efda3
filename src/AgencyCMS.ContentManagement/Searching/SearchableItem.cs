using AgencyCMS.ContentManagement.Items;

namespace AgencyCMS.ContentManagement.Searching;

/// <summary>A published item on its way into the search index.</summary>
public sealed class SearchableItem(ContentItem item, SearchDocument document)
{
    /// <summary>The published version.</summary>
    public ContentItem Item { get; } = item;

    /// <summary>Holds title, body, address, audience and dates from the start; a source puts a completed one in its place.</summary>
    public SearchDocument Document { get; set; } = document;
}
