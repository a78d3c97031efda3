using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Media.Contracts;
using AgencyCMS.Media.Files;
using AgencyCMS.Media.Storage;
using AgencyCMS.Modularity.Problems;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Media.Recipes;

/// <summary>
/// Takes the files of recipes. They are files of the site, public under their path; those below <see cref="AttachmentsRoot"/> belong to an item and are as
/// public as it is.
/// </summary>
internal sealed class MediaLibrary(FileIntake intake, AttachmentStore attachments, TenantDb db) : IMediaSink
{
    /// <summary>Below it: <c>{content item id}/{attachment id}/{file name}</c>.</summary>
    public const string AttachmentsRoot = "_attachments";

    public async Task<Outcome<bool>> PutAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        var segments = path.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length == 0 || segments.Any(segment => segment is "." or ".." || !FileNames.IsVisible(segment)))
        {
            return MediaProblems.NameNotValid(path);
        }
        return segments is [AttachmentsRoot, var item, var id, var name] && ContentIds.IsWellFormed(item) && ContentIds.IsWellFormed(id)
            ? await PutAttachmentAsync(item, id, name, content, cancellationToken)
            : await PutFileAsync(string.Join('/', segments), content, cancellationToken);
    }

    private async Task<Outcome<bool>> PutAttachmentAsync(string contentItemId, string id, string name, Stream content, CancellationToken cancellationToken)
    {
        // What an attachment's id stands for never changes.
        if (await db.Set<MediaFileRow>().AnyAsync(row => row.Id == id, cancellationToken))
        {
            return false;
        }
        var added = await attachments.AddAsync(contentItemId, id, name, content, cancellationToken);
        if (!added.TryGet(out var file))
        {
            return Outcome.Refused<bool>(added.Problems);
        }
        if (await IsPublicAsync(contentItemId, id, cancellationToken))
        {
            db.Add(new PublicFileRow { Id = id, ContentItemId = contentItemId, Hash = file.Hash, FileName = file.FileName, MediaType = file.MediaType });
        }
        return true;
    }

    // A file may come after its item, which then does not pass the door at which its files become public.
    private async Task<bool> IsPublicAsync(string contentItemId, string id, CancellationToken cancellationToken)
    {
        var json = await db.Set<ContentItemRow>().Where(row => row.ContentItemId == contentItemId)
            .Join(db.Set<ContentVersionRow>(), row => row.PublishedVersionId, version => version.ContentItemVersionId, (_, version) => version.Json).SingleOrDefaultAsync(cancellationToken);
        return json is not null && ContentItem.FromJson(json).Part<AttachmentsPart>()?.Attachments.Any(attachment => attachment.Id == id) == true;
    }

    private async Task<Outcome<bool>> PutFileAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        var taken = await intake.TakeOfSiteAsync(path, content, cancellationToken);
        if (!taken.TryGet(out var file))
        {
            return Outcome.Refused<bool>(taken.Problems);
        }
        var row = await db.Set<LibraryFileRow>().FindAsync([db.CurrentTenantId, path], cancellationToken);
        if (row?.Hash == file.Hash)
        {
            return false;
        }
        if (row is null)
        {
            db.Add(new LibraryFileRow { Path = path, Hash = file.Hash, MediaType = file.MediaType, Size = file.Size });
        }
        else
        {
            (row.Hash, row.MediaType, row.Size) = (file.Hash, file.MediaType, file.Size);
        }
        return true;
    }
}
