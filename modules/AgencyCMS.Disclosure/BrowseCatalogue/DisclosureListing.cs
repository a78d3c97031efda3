namespace AgencyCMS.Disclosure.BrowseCatalogue;

/// <summary>One line of a list.</summary>
internal sealed record DisclosureListing(string Title, string Path, string IndexNumber, string DocumentNumber, DateTimeOffset PublishedAt, string Summary, string Entry);
