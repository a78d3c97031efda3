using AgencyCMS.Disclosure.BrowseCatalogue;
using AgencyCMS.Modularity.Presentation;

namespace AgencyCMS.Disclosure.HomePage;

/// <summary>The first page of an agency's site.</summary>
internal sealed record HomePageModel
{
    public required string SiteTitle { get; init; }

    /// <summary>The newest item; null when nothing has been published.</summary>
    public DisclosureListing? Lead { get; init; }

    public required IReadOnlyList<DisclosureListing> Latest { get; init; }
    public required IReadOnlyList<HomePageBlock> Blocks { get; init; }
    public required SiteProfile Profile { get; init; }
}

/// <summary>A section of the catalogue with its newest items.</summary>
internal sealed record HomePageBlock(string Code, string Title, IReadOnlyList<DisclosureListing> Items);
