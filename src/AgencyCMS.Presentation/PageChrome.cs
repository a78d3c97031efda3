using System.Collections.Immutable;

namespace AgencyCMS.Presentation;

/// <summary>Everything around a page: what a layout shows, complete, so that no view asks for anything.</summary>
public sealed record PageChrome
{
    /// <summary>Full official name of the agency, in the reader's language if it has one.</summary>
    public required string SiteTitle { get; init; }

    public required string HomeHref { get; init; }

    /// <summary>Host name of the site, for the page tags.</summary>
    public required string SiteDomain { get; init; }

    /// <summary>The one whole address of the page, whatever else stands in the address bar; null where there is none, as on an error.</summary>
    public string? CanonicalHref { get; init; }

    /// <summary>Address of the site's feed; null when the site has none.</summary>
    public string? FeedHref { get; init; }

    /// <summary>What the page is about, in a sentence or two.</summary>
    public string Description { get; init; } = "";

    /// <summary>Address of the agency's emblem, or of the drawing that stands for one.</summary>
    public required string EmblemHref { get; init; }

    /// <summary>Address of the small style sheet with the agency's colours, its version included.</summary>
    public required string ColoursHref { get; init; }

    /// <summary>The county's portal; null on the portal itself.</summary>
    public PageLink? County { get; init; }

    /// <summary>Where the search form leads; null when the site has no search.</summary>
    public string? SearchHref { get; init; }

    public ImmutableArray<NavigationSection> Navigation { get; init; } = [];

    public SiteFooter Footer { get; init; } = new();

    public ReadingView View { get; init; }

    /// <summary>One link for each other way of reading: standard, elder, contrast.</summary>
    public ImmutableArray<PageLink> Views { get; init; } = [];

    public ImmutableArray<LanguageLink> Languages { get; init; } = [];

    /// <summary>Name of the person who is signed in; null when nobody is.</summary>
    public string? UserName { get; init; }

    /// <summary>Administration of the sites on which this person works, for changing between them.</summary>
    public ImmutableArray<PageLink> Workplaces { get; init; } = [];

    /// <summary>Pages of one's own account: password, sessions.</summary>
    public ImmutableArray<PageLink> AccountLinks { get; init; } = [];

    public string? SignOutHref { get; init; }

    public string? SignInHref { get; init; }

    /// <summary>First page of this site's administration; null when the site has none.</summary>
    public string? AdministrationHref { get; init; }
}

/// <summary>A group of navigation links. The heading is empty for the navigation of a public site.</summary>
public sealed record NavigationSection(string Heading, ImmutableArray<NavigationLink> Links);

/// <summary>A navigation link as it is shown to this person on this page.</summary>
public sealed record NavigationLink(string Text, string Href, string? Icon, bool IsCurrent);

/// <summary>The same page in another interface language. The text is the language's own name.</summary>
public sealed record LanguageLink(string Text, string Culture, string Href, bool IsCurrent);

/// <summary>What a government site states at its foot; empty values are left out.</summary>
public sealed record SiteFooter
{
    public string Host { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Address { get; init; } = "";

    public string IcpNumber { get; init; } = "";

    public string PoliceNumber { get; init; } = "";

    /// <summary>The ten-character identification code of a government site.</summary>
    public string SiteCode { get; init; } = "";

    /// <summary>Certificate of the party-and-government site mark; null when none is issued.</summary>
    public string? MarkHref { get; init; }

    /// <summary>Entry of the national platform for reporting errors of government sites.</summary>
    public string? ReportErrorHref { get; init; }

    public ImmutableArray<NavigationLink> Links { get; init; } = [];
}
