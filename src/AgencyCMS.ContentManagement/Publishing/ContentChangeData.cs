using System.Text.Json;
using AgencyCMS.Data.Changes;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>What a change of a content item carries.</summary>
public sealed record ContentChangeData
{
    public required string ContentType { get; init; }

    /// <summary>The version that was saved, published or withdrawn.</summary>
    public required string VersionId { get; init; }

    /// <summary>Null unless something is scheduled.</summary>
    public DateTimeOffset? PublishAt { get; init; }

    /// <summary>Null unless something is scheduled.</summary>
    public DateTimeOffset? WithdrawAt { get; init; }

    /// <summary>Why it was withdrawn; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>Reads the data of a change of one of the kinds in <see cref="ContentChanges"/>.</summary>
    public static ContentChangeData Read(Change change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return JsonSerializer.Deserialize<ContentChangeData>(change.Data)!;
    }
}
