using AgencyCMS.Modularity.Permissions;

namespace AgencyCMS.Media;

internal static class MediaPermissions
{
    public const string Upload = "media.upload";

    /// <summary>Of the contents module, on which this one depends: who may read a draft may read its files.</summary>
    public const string ViewDrafts = "contents.view-drafts";

    public static Permission[] All { get; } = [new(Upload, "Attach files to items.")];
}
