namespace AgencyCMS.Disclosure.BrowseCatalogue;

/// <summary>One line of a list.</summary>
internal sealed record DisclosureListing(string Title, string Path, string IndexNumber, string DocumentNumber, DateTimeOffset PublishedAt, string Summary, string Entry);

/// <summary>The items around one in the list of its entry, as far as the reader may see them.</summary>
/// <param name="Above">The one published next after it; null when it is the newest.</param>
/// <param name="Below">The one published before it; null when it is the oldest.</param>
/// <param name="Others">The newest beside these.</param>
internal sealed record DisclosureNeighbours(DisclosureListing? Above, DisclosureListing? Below, IReadOnlyList<DisclosureListing> Others);
