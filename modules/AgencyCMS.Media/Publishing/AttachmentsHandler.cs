using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Data.Stores;
using AgencyCMS.Media.Contracts;
using AgencyCMS.Media.Storage;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Media.Publishing;

/// <summary>
/// Gives the files of an item their public address together with the item, in the same transaction, and takes it back with it. A file that the item merely
/// names but that was never attached to it gets none.
/// </summary>
internal sealed class AttachmentsHandler(TenantDb db) : IContentHandler
{
    public async Task PublishedAsync(IReadOnlyList<Publication> publications, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(publications);
        var wanted = publications.SelectMany(publication => publication.Item.Part<AttachmentsPart>()?.Attachments ?? [], (publication, attachment) => (publication.Item.ContentItemId, attachment.Id))
            .ToHashSet();
        var rows = await RowsAsync([.. publications.Select(publication => publication.Item.ContentItemId)], cancellationToken);
        db.RemoveRange(rows.Where(row => !wanted.Contains((row.ContentItemId, row.Id))));
        var present = rows.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        var added = wanted.Select(pair => pair.Id).Where(id => !present.Contains(id)).ToList();
        if (added.Count == 0)
        {
            return;
        }
        foreach (var file in await db.Set<MediaFileRow>().AsNoTracking().Where(row => added.Contains(row.Id)).ToListAsync(cancellationToken))
        {
            if (wanted.Contains((file.ContentItemId, file.Id)))
            {
                db.Add(new PublicFileRow { Id = file.Id, ContentItemId = file.ContentItemId, Hash = file.Hash, FileName = file.FileName, MediaType = file.MediaType });
            }
        }
    }

    public async Task WithdrawnAsync(IReadOnlyList<string> contentItemIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contentItemIds);
        db.RemoveRange(await RowsAsync([.. contentItemIds], cancellationToken));
    }

    private Task<List<PublicFileRow>> RowsAsync(List<string> contentItemIds, CancellationToken cancellationToken) =>
        db.Set<PublicFileRow>().Where(row => contentItemIds.Contains(row.ContentItemId)).ToListAsync(cancellationToken);
}
