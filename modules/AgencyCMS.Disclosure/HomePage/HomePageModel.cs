using AgencyCMS.Disclosure.BrowseCatalogue;
using AgencyCMS.Presentation;

namespace AgencyCMS.Disclosure.HomePage;

/// <summary>The first page of an agency's site.</summary>
internal sealed record HomePageModel
{
    public required string SiteTitle { get; init; }

    /// <summary>The newest item; null when nothing has been published.</summary>
    public DisclosureListing? Lead { get; init; }

    public required IReadOnlyList<DisclosureListing> Latest { get; init; }
    public required IReadOnlyList<HomePageBlock> Blocks { get; init; }
    /// <summary>Ways into the site that are there: name of the icon, text, address.</summary>
    public required IReadOnlyList<HomePageTile> Tiles { get; init; }

    public required SiteProfile Profile { get; init; }
}

/// <summary>A way into the site.</summary>
internal sealed record HomePageTile(string Icon, string Text, string Href);

/// <summary>A section of the catalogue with its newest items.</summary>
internal sealed record HomePageBlock(string Code, string Title, IReadOnlyList<DisclosureListing> Items);
