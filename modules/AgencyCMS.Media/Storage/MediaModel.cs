using AgencyCMS.Data.Stores;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Media.Storage;

internal sealed class MediaModel : ITenantModel
{
    public void Configure(ModelBuilder model)
    {
        model.Entity<MediaFileRow>().ToTable("media_files").HasKey(row => new { row.TenantId, row.Id });
        model.Entity<PublicFileRow>().ToTable("public_files").HasKey(row => new { row.TenantId, row.Id });
        model.Entity<LibraryFileRow>().ToTable("library_files").HasKey(row => new { row.TenantId, row.Path });
    }
}
