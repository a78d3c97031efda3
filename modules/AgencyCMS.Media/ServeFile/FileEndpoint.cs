using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Media.Contracts;
using AgencyCMS.Media.Files;
using AgencyCMS.Media.Storage;
using AgencyCMS.Modularity.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Media.ServeFile;

/// <summary>Files of items: to readers while their item is public and for them, to staff who may read a version that has them; files of the site to everybody.</summary>
internal sealed class FileEndpoint(TenantDb db, MediaFolder folder, DraftAccess access, IActorSource actors) : Controller
{
    [AcceptVerbs("GET", "HEAD", Route = "/files/{id}/{name}", Name = FileAddresses.PublicRoute)]
    [PublicAccess]
    public async Task<IActionResult> PublicAsync([FromRoute] string id, [FromRoute] string name, [FromQuery] bool show, CancellationToken cancellationToken)
    {
        var actor = await actors.GetAsync();
        // Asked anew every time: a file is not public because it once was.
        var file = await db.Set<ContentItemRow>().AsNoTracking().Where(Visibility.ReadableBy(actor))
            .Join(db.Set<PublicFileRow>().Where(row => row.Id == id && row.FileName == name), item => item.ContentItemId, row => row.ContentItemId, (_, row) => row)
            .SingleOrDefaultAsync(cancellationToken);
        return file is null ? NotFound() : this.SendFile(folder.PathOf(file.Hash), file.Hash, file.FileName, file.MediaType, show);
    }

    [AcceptVerbs("GET", "HEAD", Route = "/admin/files/{id}/{name}", Name = FileAddresses.StaffRoute)]
    [RequirePermission(MediaPermissions.ViewDrafts)]
    public async Task<IActionResult> StaffAsync([FromRoute] string id, [FromRoute] string name, [FromQuery] bool show, CancellationToken cancellationToken)
    {
        var file = await db.Set<MediaFileRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.FileName == name, cancellationToken);
        return file is null || !await access.MayReadNamedAsync(file.ContentItemId, file.Id, item => AttachmentsPart.Has(item, file.Id), await actors.GetAsync(), cancellationToken)
            ? NotFound()
            : this.SendFile(folder.PathOf(file.Hash), file.Hash, file.FileName, file.MediaType, show);
    }

    [AcceptVerbs("GET", "HEAD", Route = "/media/{**path}")]
    [PublicAccess]
    public async Task<IActionResult> LibraryAsync([FromRoute] string path, CancellationToken cancellationToken)
    {
        var file = await db.Set<LibraryFileRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Path == path, cancellationToken);
        return file is null ? NotFound() : this.SendFile(folder.PathOf(file.Hash), file.Hash, Path.GetFileName(file.Path), file.MediaType);
    }
}
