namespace AgencyCMS.Modularity.Presentation;

/// <summary>What a page tells the layout around it. One for each request; the endpoint or its view fills it.</summary>
public sealed class PageInfo
{
    /// <summary>Title of the page without the site's name; empty only on a home page.</summary>
    public string Title { get; set; } = "";

    /// <summary>Id of the navigation item that the page belongs to; null when none is current.</summary>
    public string? CurrentNavigation { get; set; }

    /// <summary>The column whose tags stand in the head; null on pages outside all columns (forms, searches, administration).</summary>
    public ColumnTags? Column { get; set; }

    /// <summary>The article whose tags stand in the head; null but on the page of one item.</summary>
    public ArticleTags? Article { get; set; }

    /// <summary>The way from the home page (which the layout adds) to this page, itself last.</summary>
    public IList<PageLink> Breadcrumbs { get; } = [];
}

/// <summary>The column group of the page tags that government sites carry.</summary>
/// <remarks>Source: guideline on the development of government websites (2017, no. 47 of the General Office), annex.</remarks>
public sealed record ColumnTags(string Name, string Description, string Keywords, string Type);

/// <summary>The content group of the page tags that government sites carry.</summary>
/// <remarks>Source: as for <see cref="ColumnTags"/>. Addresses are absolute.</remarks>
public sealed record ArticleTags(string Title, DateTimeOffset PublishedAt, string Source)
{
    public string? Keywords { get; init; }

    public string? Author { get; init; }

    public string? Description { get; init; }

    public string? Image { get; init; }

    public string? Url { get; init; }
}

/// <summary>A text that leads somewhere. The address comes from the link generator, so that it carries the tenant's prefix.</summary>
public sealed record PageLink(string Text, string? Href, bool IsCurrent = false);
