using AgencyCMS.Data.Schema;
using FluentMigrator;

namespace AgencyCMS.Contents.Storage.Steps;

[Tags(SchemaStore.Tenant)]
[Migration(2026_11_22_0151)]
public sealed class S0151_CreateFormReceipts : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("form_receipts")
            .WithColumn("tenant_id").AsInt32().NotNullable().PrimaryKey()
            .WithColumn("key").AsText().NotNullable().PrimaryKey()
            .WithColumn("used_at").AsInstant().NotNullable();
        Create.Index("content_items_by_published").OnTable("content_items").OnColumn("tenant_id").Ascending().OnColumn("published_at").Descending();
    }
}
