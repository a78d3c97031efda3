using AgencyCMS.Contents.Contracts;
using AgencyCMS.Media.Contracts;

namespace AgencyCMS.Media.ShowAttachments;

/// <summary>The files below an item's text.</summary>
internal sealed class AttachmentsSection(FileAddresses addresses) : IItemSection
{
    public int Order => 40;

    public Task<ItemView?> BuildAsync(ShownItem shown, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(shown);
        var attachments = shown.Item.Part<AttachmentsPart>()?.Attachments ?? [];
        IReadOnlyList<ShownAttachment> lines =
            [.. attachments.Select(attachment => new ShownAttachment(attachment, shown.IsPreview ? addresses.ForStaff(attachment) : addresses.ForReaders(attachment)))];
        return Task.FromResult(lines.Count == 0 ? null : new ItemView("ItemAttachments", lines));
    }
}

/// <summary>A file with its address for whoever looks.</summary>
internal sealed record ShownAttachment(Attachment Attachment, string? Href);
