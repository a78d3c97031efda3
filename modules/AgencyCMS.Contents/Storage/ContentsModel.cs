using AgencyCMS.Data.Stores;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Contents.Storage;

internal sealed class ContentsModel : ITenantModel
{
    public void Configure(ModelBuilder model) =>
        model.Entity<FormReceiptRow>().ToTable("form_receipts").HasKey(row => new { row.TenantId, row.Key });
}
