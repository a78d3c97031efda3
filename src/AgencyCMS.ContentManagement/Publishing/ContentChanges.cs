namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>Kinds of changes that content items append to the change log. The subject is always the item's id; the data are a <see cref="ContentChangeData"/>.</summary>
public static class ContentChanges
{
    /// <summary>A draft was saved; nothing public changed.</summary>
    public const string DraftSaved = "content.draft-saved";

    /// <summary>A version became public, for the first time or in place of another.</summary>
    public const string Published = "content.published";

    /// <summary>The public version was taken back.</summary>
    public const string Withdrawn = "content.withdrawn";

    /// <summary>A publication or withdrawal was scheduled, moved or called off.</summary>
    public const string Scheduled = "content.scheduled";

    /// <summary>A draft was thrown away; the public version, if any, is the newest again.</summary>
    public const string DraftDiscarded = "content.draft-discarded";

    /// <summary>All of the above.</summary>
    public static IReadOnlySet<string> All { get; } = new HashSet<string>(StringComparer.Ordinal) { DraftSaved, Published, Withdrawn, Scheduled, DraftDiscarded };
}
