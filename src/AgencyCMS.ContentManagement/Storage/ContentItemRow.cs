using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Data.Stores;

namespace AgencyCMS.ContentManagement.Storage;

/// <summary>An item's state: which of its versions is the newest, which is public, for whom, and what is scheduled.</summary>
public sealed class ContentItemRow : ITenantRow
{
    public int TenantId { get; set; }
    public required string ContentItemId { get; set; }
    public required string ContentType { get; set; }

    /// <summary>Display text of the newest version.</summary>
    public string DisplayText { get; set; } = "";

    public required string LatestVersionId { get; set; }

    /// <summary>Null when nothing is public.</summary>
    public string? PublishedVersionId { get; set; }

    /// <summary>Grows by one with every change; a change made against an older stamp is refused.</summary>
    public int Stamp { get; set; }

    /// <summary>Number of the newest version, from 1.</summary>
    public int LastNumber { get; set; }

    /// <summary>Who may read the published version.</summary>
    public Audience Audience { get; set; }

    /// <summary>Name of the staff group; null unless the audience is one.</summary>
    public string? AudienceGroup { get; set; }

    /// <summary>For whom the newest version is, draft or not. Who may not read it may not know its title either.</summary>
    public Audience DraftAudience { get; set; }

    /// <inheritdoc cref="AudienceGroup"/>
    public string? DraftAudienceGroup { get; set; }

    public DateTimeOffset? PublishAt { get; set; }

    /// <summary>The version that is published then, however many are saved until then; null when no publication is scheduled.</summary>
    public string? ScheduledVersionId { get; set; }

    /// <summary>Who approved that version for that moment; null when no publication is scheduled.</summary>
    public string? ScheduledBy { get; set; }

    /// <summary>For whom that version is; everybody when no publication is scheduled.</summary>
    public Audience ScheduledAudience { get; set; }

    /// <inheritdoc cref="AudienceGroup"/>
    public string? ScheduledAudienceGroup { get; set; }

    public DateTimeOffset? WithdrawAt { get; set; }
    public DateTimeOffset? WithdrawnAt { get; set; }
    public string? WithdrawalReason { get; set; }
    public string Owner { get; set; } = "";
    public string ModifiedBy { get; set; } = "";
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }

    /// <summary>When it was first published; null before.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>When the item was brought here with a publication that others state; null when its first publication is this platform's own.</summary>
    public DateTimeOffset? ImportedAt { get; set; }

    /// <summary>Makes a version the newest.</summary>
    internal void MakeNewest(string versionId, ContentItem item, string? displayText)
    {
        (LatestVersionId, DisplayText) = (versionId, displayText ?? "");
        (DraftAudience, DraftAudienceGroup) = AudiencePart.Of(item);
    }

    /// <summary>Approves a version for a moment.</summary>
    internal void Schedule(string versionId, ContentItem item, DateTimeOffset publishAt, string by)
    {
        (PublishAt, ScheduledVersionId, ScheduledBy) = (publishAt, versionId, by);
        (ScheduledAudience, ScheduledAudienceGroup) = AudiencePart.Of(item);
    }

    /// <summary>No publication is scheduled any more.</summary>
    internal void CallOffPublication()
    {
        (PublishAt, ScheduledVersionId, ScheduledBy) = (null, null, null);
        (ScheduledAudience, ScheduledAudienceGroup) = (Audience.Public, null);
    }
}
