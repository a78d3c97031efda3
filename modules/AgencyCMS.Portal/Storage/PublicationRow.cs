namespace AgencyCMS.Portal.Storage;

/// <summary>What the portal lists of a public item of some tenant. In the county store, kept by a consumer of the change logs.</summary>
internal sealed class PublicationRow
{
    public int TenantId { get; set; }
    public required string ContentItemId { get; set; }
    public string Title { get; set; } = "";

    /// <summary>Address below the tenant.</summary>
    public string Path { get; set; } = "";

    public DateTimeOffset PublishedAt { get; set; }
}
