using AgencyCMS.Disclosure.Catalogue;

namespace AgencyCMS.Disclosure.BrowseCatalogue;

/// <summary>The catalogue with one entry, or the whole, opened.</summary>
internal sealed record CataloguePage
{
    public required IReadOnlyList<CatalogueTreeItem> Tree { get; init; }

    /// <summary>Null on the overview.</summary>
    public CatalogueNode? Entry { get; init; }

    /// <summary>The page that says what the entry asks for; null when it has none, or the page is not there.</summary>
    public string? PageHref { get; init; }

    public required IReadOnlyList<DisclosureListing> Items { get; init; }
    public required int Total { get; init; }
    public required int Page { get; init; }
    public required int PageSize { get; init; }
}

/// <summary>A node as the tree shows it. One that a page fills, such as the guide, may have no items and yet not be empty.</summary>
internal sealed record CatalogueTreeItem(string Code, string Title, int Count, bool IsCurrent, bool IsOpen, bool IsPage, IReadOnlyList<CatalogueTreeItem> Children);
