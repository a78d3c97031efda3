using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Contracts;

namespace AgencyCMS.Disclosure.Storage;

/// <summary>What lists and pages need of a published disclosure. Written with the publication, removed with the withdrawal.</summary>
internal sealed class DisclosureRow : ITenantRow
{
    public int TenantId { get; set; }
    public required string ContentItemId { get; set; }
    public string Entry { get; set; } = "";
    public string Title { get; set; } = "";

    /// <summary>Address below the tenant.</summary>
    public string Path { get; set; } = "";

    public string IndexNumber { get; set; } = "";
    public string DocumentNumber { get; set; } = "";
    public string Genre { get; set; } = "";
    public string Subject { get; set; } = "";
    public string Validity { get; set; } = "";
    public string Village { get; set; } = "";
    public string Summary { get; set; } = "";
    public DateOnly? FormedOn { get; set; }
    public DateTimeOffset PublishedAt { get; set; }
    public Audience Audience { get; set; }
    public string? AudienceGroup { get; set; }

    /// <summary>Says of an item what its public version says.</summary>
    /// <param name="item">The public version.</param>
    /// <param name="part">Its part.</param>
    /// <param name="state">For whom it is public, and since when.</param>
    public void Fill(ContentItem item, DisclosurePart part, ContentItemRow state)
    {
        Entry = part.Entry ?? "";
        Title = item.DisplayText ?? "";
        Path = ContentRoutes.PathOf(item) ?? "";
        IndexNumber = part.IndexNumber ?? "";
        DocumentNumber = part.DocumentNumber ?? "";
        Genre = part.Genre ?? "";
        Subject = part.Subject ?? "";
        Validity = part.Validity ?? "";
        Village = part.Village ?? "";
        Summary = part.Summary ?? "";
        FormedOn = part.FormedOn;
        PublishedAt = state.PublishedAt!.Value; // set for everything that is public
        Audience = state.Audience;
        AudienceGroup = state.AudienceGroup;
    }

    /// <summary>Whether another row of the same item says the same.</summary>
    public bool SaysTheSameAs(DisclosureRow other) =>
        (Entry, Title, Path, IndexNumber, DocumentNumber, Genre, Subject) == (other.Entry, other.Title, other.Path, other.IndexNumber, other.DocumentNumber, other.Genre, other.Subject)
        && (Validity, Village, Summary, FormedOn, PublishedAt, Audience, AudienceGroup) == (other.Validity, other.Village, other.Summary, other.FormedOn, other.PublishedAt, other.Audience, other.AudienceGroup);
}
