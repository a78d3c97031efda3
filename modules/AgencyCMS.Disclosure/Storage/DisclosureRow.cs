using AgencyCMS.Content.Publishing;
using AgencyCMS.Data.Stores;

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
}
