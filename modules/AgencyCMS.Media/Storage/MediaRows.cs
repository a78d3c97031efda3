using AgencyCMS.Data.Stores;

namespace AgencyCMS.Media.Storage;

/// <summary>A file that was attached to an item, in whatever version. Staff alone reach it by this row.</summary>
internal sealed class MediaFileRow : ITenantRow
{
    public int TenantId { get; set; }
    public required string Id { get; init; }
    public required string ContentItemId { get; init; }
    public required string Hash { get; init; }
    public required string FileName { get; init; }
    public required string MediaType { get; init; }
    public long Size { get; init; }
    public required string UploadedBy { get; init; }
    public DateTimeOffset UploadedAt { get; init; }
}

/// <summary>A file of the public version of an item. Without this row a file has no public address.</summary>
internal sealed class PublicFileRow : ITenantRow
{
    public int TenantId { get; set; }
    public required string Id { get; init; }
    public required string ContentItemId { get; init; }
    public required string Hash { get; init; }
    public required string FileName { get; init; }
    public required string MediaType { get; init; }
}

/// <summary>A file of the site itself (its emblem, pictures that a recipe brought), public under its path.</summary>
internal sealed class LibraryFileRow : ITenantRow
{
    public int TenantId { get; set; }

    /// <summary>With forward slashes, no slash at either end.</summary>
    public required string Path { get; init; }

    public required string Hash { get; set; }
    public required string MediaType { get; set; }
    public long Size { get; set; }
}
