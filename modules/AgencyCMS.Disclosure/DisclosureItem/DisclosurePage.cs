using AgencyCMS.Contents.Contracts;
using AgencyCMS.Disclosure.BrowseCatalogue;

namespace AgencyCMS.Disclosure.DisclosureItem;

/// <summary>A disclosed item as its page shows it.</summary>
internal sealed record DisclosurePage
{
    public required string Title { get; init; }

    public required string Source { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When it was brought in, for what was public elsewhere before; null for what was published here first.</summary>
    public DateTimeOffset? ImportedAt { get; init; }
    public required IReadOnlyList<MetadataLine> Metadata { get; init; }
    /// <summary>Text, attachments and what other modules show of the item.</summary>
    public required IReadOnlyList<ItemView> Sections { get; init; }

    public required IReadOnlyList<RelatedItem> Related { get; init; }

    /// <summary>What stands around it under the same entry; null for an item without one.</summary>
    public DisclosureNeighbours? Neighbours { get; init; }

    /// <summary>Name of the entry in the reader's language; empty for none.</summary>
    public string EntryTitle { get; init; } = "";
}

/// <summary>A line of the metadata table.</summary>
/// <param name="Label">Name of the element in the reader's language.</param>
/// <param name="Value">What it says, in the reader's language where it comes from a list.</param>
/// <param name="IsWide">True when it takes the whole width.</param>
internal sealed record MetadataLine(string Label, string Value, bool IsWide = false);

/// <summary>An item that belongs to this one.</summary>
internal sealed record RelatedItem(string Title, string Path);
