using AgencyCMS.Data.Stores;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Disclosure.Storage;

internal sealed class DisclosureModel : ITenantModel
{
    public void Configure(ModelBuilder model)
    {
        model.Entity<DisclosureRow>().ToTable("disclosures").HasKey(row => new { row.TenantId, row.ContentItemId });
        model.Entity<CatalogueEntryRow>().ToTable("catalogue_entries").HasKey(row => new { row.TenantId, row.Code });
        model.Entity<IndexNumberRow>().ToTable("index_numbers").HasKey(row => new { row.TenantId, row.Number });
        model.Entity<IndexCounterRow>().ToTable("index_counters").HasKey(row => new { row.TenantId, row.Period });
        model.Entity<ImportedLineRow>().ToTable("imported_lines").HasKey(row => new { row.TenantId, row.ContentItemId });
        model.Entity<IndexCounterRow>().Property(row => row.Last).IsConcurrencyToken().NeverGoesBack();
    }
}
