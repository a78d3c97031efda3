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
internal sealed record ShownAttachment(Attachment Attachment, string? Href)
{
    /// <summary>True for what the page itself can show small.</summary>
    public bool IsPicture => Attachment.MediaType.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>Where the browser shows the file instead of saving it; null for kinds that browsers do not show.</summary>
    public string? PreviewHref => Href is not null && (IsPicture || Attachment.MediaType == "application/pdf") ? Href + "?show=true" : null;
}
