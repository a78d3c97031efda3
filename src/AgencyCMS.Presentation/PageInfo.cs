namespace AgencyCMS.Presentation;

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

/// <summary>The content group of the page tags that government sites carry. Addresses are absolute.</summary>
/// <param name="Title">As the article's heading.</param>
/// <param name="PublishedOn">Year to minute in the tenant's time zone: <c>2026-11-22 09:30</c>.</param>
/// <param name="Source">The publishing unit, or where a reprint came from.</param>
/// <remarks>Source: as for <see cref="ColumnTags"/>.</remarks>
public sealed record ArticleTags(string Title, string PublishedOn, string Source)
{
    public string? Keywords { get; init; }

    public string? Author { get; init; }

    public string? Description { get; init; }

    public string? Image { get; init; }

    public string? Url { get; init; }

    /// <summary>Names and contents of the optional tags that have one.</summary>
    public IEnumerable<(string Name, string Content)> Optional =>
        new[] { (nameof(Keywords), Keywords), (nameof(Author), Author), (nameof(Description), Description), (nameof(Image), Image), (nameof(Url), Url) }
            .Where(tag => !string.IsNullOrEmpty(tag.Item2))
            .Select(tag => (tag.Item1, tag.Item2!)); // empty ones were left out
}

/// <summary>A text that leads somewhere. The address comes from the link generator, so that it carries the tenant's prefix.</summary>
public sealed record PageLink(string Text, string? Href, bool IsCurrent = false);
