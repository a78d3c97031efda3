using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Storage;

namespace AgencyCMS.ContentManagement.Recipes.Content;

/// <summary>A stored version as an export writes it.</summary>
internal static class ExportedItem
{
    /// <param name="note">Null for a version that was stored as it came or was made here.</param>
    internal static ContentItem Of(ContentItemRow row, ContentVersionRow version, ImportNote? note)
    {
        var item = version.ToItem(row);
        CleanedText.Restore(item.Document, note?.Cleaned ?? []);
        // What is scheduled stands in the item's row; other sites read it from the parts.
        if (row.ScheduledVersionId == version.ContentItemVersionId && item.Part<PublishLaterPart>()?.ScheduledPublishUtc != row.PublishAt)
        {
            item.Alter<PublishLaterPart>(part => part.ScheduledPublishUtc = row.PublishAt);
        }
        if (item.Latest && row.WithdrawAt is { } withdrawAt && item.Part<ArchiveLaterPart>()?.ScheduledArchiveUtc != withdrawAt)
        {
            item.Alter<ArchiveLaterPart>(part => part.ScheduledArchiveUtc = withdrawAt);
        }
        return item;
    }
}
