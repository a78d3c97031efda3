using AgencyCMS.ContentManagement.Searching;

namespace AgencyCMS.Search.Engine.Storage;

/// <summary>Changes of one tenant that become true together, with the position they lead to.</summary>
internal sealed record IndexBatch
{
    public required int TenantId { get; init; }

    /// <summary>The tenant's change sequence after this batch; null while a tenant is being filled, whose position comes with the last batch.</summary>
    public required long? Position { get; init; }

    /// <summary>The position that the index must have reached before; null for a filling, which joins on to nothing.</summary>
    public long? Follows { get; init; }

    /// <summary>Documents to add, or to put in the place of the one with the same item id.</summary>
    public IReadOnlyCollection<SearchDocument> Published { get; init; } = [];

    /// <summary>Ids of items that are public no longer; unknown ones are passed over.</summary>
    public IReadOnlyCollection<string> Withdrawn { get; init; } = [];
}
