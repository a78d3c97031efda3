using System.Collections.Immutable;

namespace AgencyCMS.Presentation;

/// <summary>A module's share in the site map that people read. Contributed; asked only where its feature is on.</summary>
public interface ISiteMapSource
{
    /// <summary>Smaller comes first.</summary>
    int Order { get; }

    /// <returns>Groups of pages that everybody may open.</returns>
    ValueTask<ImmutableArray<SiteMapGroup>> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>Pages that belong together.</summary>
public sealed record SiteMapGroup(string Heading, ImmutableArray<SiteMapPage> Pages);

/// <summary>A page with those below it.</summary>
/// <param name="Language">Of the text where it is not that of the page; null where it is.</param>
public sealed record SiteMapPage(string Text, string Href, ImmutableArray<SiteMapPage> Below, string? Language = null);
