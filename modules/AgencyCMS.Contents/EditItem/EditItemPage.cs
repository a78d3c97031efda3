using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Contents.Editing;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Contents.EditItem;

/// <summary>The page on which staff work on one item.</summary>
internal sealed record EditItemPage
{
    public required string ContentItemId { get; init; }
    public required string ContentType { get; init; }

    /// <summary>What people call the type.</summary>
    public required string TypeName { get; init; }

    /// <summary>Null for an item that has never been saved.</summary>
    public required ContentItemRow? Row { get; init; }

    public required ItemForm Form { get; init; }
    public required EditItemRights Rights { get; init; }

    /// <summary>Id of the account that writes: several people may share a browser, and what it keeps of one is no other's.</summary>
    public required string Writer { get; init; }

    /// <summary>Stamp on which the text in the form is based.</summary>
    public required int ExpectedVersion { get; init; }

    public required string Token { get; init; }
    public string Comment { get; init; } = "";

    /// <summary>Address of the preview of the newest version, with what this person has typed since; null before the first save.</summary>
    public string? PreviewHref { get; init; }

    /// <summary>Who saved it last, as people know them; empty before the first save.</summary>
    public string ModifiedBy { get; init; } = "";

    /// <summary>Where readers find it; null when it is not public or has no address.</summary>
    public string? PublicHref { get; init; }

    /// <summary>When this person last typed something that was not saved; null when there is nothing to take up.</summary>
    public DateTimeOffset? UnsavedAt { get; init; }

    /// <summary>Both texts, when somebody else has saved meanwhile; null otherwise.</summary>
    public ItemConflict? Conflict { get; init; }

    /// <summary>The version that is approved for publication; null when none is.</summary>
    public ScheduledVersion? Scheduled { get; init; }

    /// <summary>The moment of the scheduled publication has come, and nothing was published.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>What keeps the scheduled version from being published; empty while nothing is known to.</summary>
    public IReadOnlyList<Problem> Obstacles { get; init; } = [];

    /// <summary>Present schedule as the inputs have it.</summary>
    public string PublishAt { get; init; } = "";

    /// <inheritdoc cref="PublishAt"/>
    public string WithdrawAt { get; init; } = "";

    public string Reason { get; init; } = "";

    public bool IsPublic => Row?.PublishedVersionId is not null;

    /// <summary>True when the newest version is not the public one.</summary>
    public bool HasDraft => Row is not null && Row.PublishedVersionId != Row.LatestVersionId;

    /// <summary>True when there is an older version to which the item goes back, and the draft is not approved for publication.</summary>
    public bool CanDiscard => Row is not null && (Row.ScheduledVersionId ?? Row.PublishedVersionId) is { } kept && kept != Row.LatestVersionId;
}

/// <summary>The version that is published at the scheduled moment, however many are saved until then.</summary>
/// <param name="VersionId">The version.</param>
/// <param name="Number">Its number.</param>
/// <param name="By">Who approved it.</param>
/// <param name="PreviewHref">Where staff look at it.</param>
internal sealed record ScheduledVersion(string VersionId, int Number, string By, string? PreviewHref);

/// <summary>What this person may do with the item.</summary>
internal sealed record EditItemRights(bool CanEdit, bool CanPublish, bool CanWithdraw);

/// <summary>The text that somebody else has saved, against one's own.</summary>
/// <param name="ChangedBy">Who, as people know them.</param>
/// <param name="ChangedAt">When.</param>
/// <param name="Theirs">Their text, part by part.</param>
/// <param name="Changes">From theirs to one's own.</param>
internal sealed record ItemConflict(string ChangedBy, DateTimeOffset ChangedAt, ItemForm Theirs, IReadOnlyList<ShownChange> Changes);
