using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.ContentManagement.Searching;

/// <summary>What the index holds of one published item. Texts are plain, without markup.</summary>
public sealed record SearchDocument
{
    /// <summary>The tenant that published it.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>Content item id; with the tenant it is the identity of the document in an index.</summary>
    public required string ItemId { get; init; }

    /// <summary>The published version, by which an index is compared with the store.</summary>
    public required string VersionId { get; init; }

    /// <summary>The item's address below its tenant, without a slash at either end.</summary>
    public required string Path { get; init; }

    public required string Title { get; init; }

    /// <summary>Paragraphs separated by line feeds.</summary>
    public string Body { get; init; } = "";

    /// <summary>Codes from the topmost catalogue entry down to the item's own; empty when it is under none.</summary>
    public IReadOnlyList<string> EntryPath { get; init; } = [];

    /// <summary>索引号, as published.</summary>
    public string? IndexNumber { get; init; }

    /// <summary>文号, as published.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>Code of the 体裁分类.</summary>
    public string? Genre { get; init; }

    /// <summary>Names of the 主题分类 and the catalogue entry, subject words and summary: further words by which it is found.</summary>
    public string? Subject { get; init; }

    /// <summary>Title of the publishing agency when it was indexed.</summary>
    public string AgencyTitle { get; init; } = "";

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The day of <see cref="PublishedAt"/> in the tenant's time zone; date filter and year counts use it.</summary>
    public required DateOnly PublishedOn { get; init; }

    /// <summary>生成日期.</summary>
    public DateOnly? FormedOn { get; init; }

    /// <summary>Who may find it.</summary>
    public required Audience Audience { get; init; }

    /// <summary>Name of the staff group; null unless the audience is one.</summary>
    public string? AudienceGroup { get; init; }
}
