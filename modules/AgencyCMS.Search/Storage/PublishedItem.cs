using AgencyCMS.ContentManagement.Storage;

namespace AgencyCMS.Search.Storage;

/// <summary>A published item with its public version and its current address below the tenant.</summary>
internal sealed record PublishedItem
{
    public required ContentItemRow Row { get; init; }

    public required ContentVersionRow Version { get; init; }

    public required string Path { get; init; }
}
