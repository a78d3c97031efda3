using AgencyCMS.Data.Schema;
using FluentMigrator;

namespace AgencyCMS.Media.Storage.Steps;

[Tags(SchemaStore.Tenant)]
[Migration(2026_11_22_0401)]
public sealed class S0401_CreateMedia : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("media_files")
            .WithColumn("tenant_id").AsInt32().NotNullable().PrimaryKey()
            .WithColumn("id").AsText().NotNullable().PrimaryKey()
            .WithColumn("content_item_id").AsText().NotNullable()
            .WithColumn("hash").AsText().NotNullable()
            .WithColumn("file_name").AsText().NotNullable()
            .WithColumn("media_type").AsText().NotNullable()
            .WithColumn("size").AsInt64().NotNullable()
            .WithColumn("uploaded_by").AsText().NotNullable()
            .WithColumn("uploaded_at").AsInstant().NotNullable();
        Create.Index("media_files_by_item").OnTable("media_files").OnColumn("tenant_id").Ascending().OnColumn("content_item_id").Ascending();
        Create.Table("public_files")
            .WithColumn("tenant_id").AsInt32().NotNullable().PrimaryKey()
            .WithColumn("id").AsText().NotNullable().PrimaryKey()
            .WithColumn("content_item_id").AsText().NotNullable()
            .WithColumn("hash").AsText().NotNullable()
            .WithColumn("file_name").AsText().NotNullable()
            .WithColumn("media_type").AsText().NotNullable();
        Create.Index("public_files_by_item").OnTable("public_files").OnColumn("tenant_id").Ascending().OnColumn("content_item_id").Ascending();
        Create.Table("library_files")
            .WithColumn("tenant_id").AsInt32().NotNullable().PrimaryKey()
            .WithColumn("path").AsText().NotNullable().PrimaryKey()
            .WithColumn("hash").AsText().NotNullable()
            .WithColumn("media_type").AsText().NotNullable()
            .WithColumn("size").AsInt64().NotNullable();
    }
}
