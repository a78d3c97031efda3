using AgencyCMS.Data.Stores;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.ContentManagement.Storage;

internal sealed class ContentModel : ITenantModel
{
    public void Configure(ModelBuilder model)
    {
        model.Entity<ContentItemRow>(entity =>
        {
            entity.ToTable("content_items").HasKey(row => new { row.TenantId, row.ContentItemId });
            entity.Property(row => row.Stamp).IsConcurrencyToken();
        });
        model.Entity<ContentVersionRow>().ToTable("content_versions").HasKey(row => new { row.TenantId, row.ContentItemVersionId });
        model.Entity<ContentRouteRow>().ToTable("content_routes").HasKey(row => new { row.TenantId, row.Path });
        model.Entity<ContentAutosaveRow>().ToTable("content_autosaves").HasKey(row => new { row.TenantId, row.ContentItemId, row.Account });
        model.Entity<SettingRow>().ToTable("settings").HasKey(row => new { row.TenantId, row.Name });
        model.Entity<DocumentRow>().ToTable("documents").HasKey(row => new { row.TenantId, row.Collection, row.Name });
    }
}
