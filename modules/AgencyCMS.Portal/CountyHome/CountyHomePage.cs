using AgencyCMS.Portal.AgencyList;
using AgencyCMS.Presentation;

namespace AgencyCMS.Portal.CountyHome;

/// <summary>The first page of the county's portal.</summary>
internal sealed record CountyHomePage
{
    public required string Title { get; init; }
    public required IReadOnlyList<CountyHomeItem> Latest { get; init; }
    public required IReadOnlyList<AgencyGroup> Groups { get; init; }
    /// <summary>Null when the county office has no guide.</summary>
    public required string? GuideHref { get; init; }

    /// <summary>Null when the county office has no catalogue of its own.</summary>
    public required string? CatalogueHref { get; init; }

    public required string? SearchHref { get; init; }
    public required SiteProfile Profile { get; init; }
}

/// <summary>An item with its agency; the address leads to the agency's own site.</summary>
internal sealed record CountyHomeItem(string Title, string Href, string Agency, DateTimeOffset PublishedAt);
