using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Contents.Editing;

namespace AgencyCMS.Contents.Versions;

/// <summary>The history of an item, newest first.</summary>
internal sealed record ItemVersionsPage(ContentItemRow Row, IReadOnlyList<VersionLine> Versions, bool CanRestore);

/// <summary>Two versions and what differs.</summary>
internal sealed record VersionComparisonPage(ContentItemRow Row, VersionLine Before, VersionLine After, IReadOnlyList<ShownChange> Changes);

/// <summary>One version in the history.</summary>
internal sealed record VersionLine(
    string VersionId, int Number, DateTimeOffset SavedAt, string Author, string Comment, DateTimeOffset? PublishedAt, string PublishedBy, bool IsPublic, bool IsNewest, bool IsScheduled, string? PreviewHref);
