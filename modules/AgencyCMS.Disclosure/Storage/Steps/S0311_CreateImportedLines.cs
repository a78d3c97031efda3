using AgencyCMS.Data.Schema;
using FluentMigrator;

namespace AgencyCMS.Disclosure.Storage.Steps;

[Tags(SchemaStore.Tenant)]
[Migration(2026_11_27_0311)]
public sealed class S0311_CreateImportedLines : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("imported_lines")
            .WithColumn("tenant_id").AsInt32().NotNullable().PrimaryKey()
            .WithColumn("content_item_id").AsText().NotNullable().PrimaryKey()
            .WithColumn("columns").AsText().NotNullable()
            .WithColumn("created_by").AsText().NotNullable()
            .WithColumn("version_id").AsText().NotNullable()
            .WithColumn("imported_at").AsInstant().NotNullable();
        Create.Index("imported_lines_by_import").OnTable("imported_lines").OnColumn("tenant_id").Ascending().OnColumn("created_by").Ascending();
    }
}
