using AgencyCMS.Data.Schema;
using FluentMigrator;

namespace AgencyCMS.Portal.Storage.Steps;

[Tags(SchemaStore.County)]
[Migration(2026_11_22_0701)]
public sealed class S0701_CreatePublications : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("publications")
            .WithColumn("tenant_id").AsInt32().NotNullable().PrimaryKey()
            .WithColumn("content_item_id").AsText().NotNullable().PrimaryKey()
            .WithColumn("title").AsText().NotNullable()
            .WithColumn("path").AsText().NotNullable()
            .WithColumn("published_at").AsInstant().NotNullable();
        Create.Index("publications_by_date").OnTable("publications").OnColumn("published_at").Descending();
    }
}
