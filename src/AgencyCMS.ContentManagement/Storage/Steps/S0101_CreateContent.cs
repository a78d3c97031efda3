using AgencyCMS.Data.Schema;
using FluentMigrator;

namespace AgencyCMS.ContentManagement.Storage.Steps;

[Tags(SchemaStore.Tenant)]
[Migration(2026_11_22_0101)]
public sealed class S0101_CreateContent : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("content_items")
            .WithColumn("tenant_id").AsInt32().NotNullable().PrimaryKey()
            .WithColumn("content_item_id").AsText().NotNullable().PrimaryKey()
            .WithColumn("content_type").AsText().NotNullable()
            .WithColumn("display_text").AsText().NotNullable()
            .WithColumn("latest_version_id").AsText().NotNullable()
            .WithColumn("published_version_id").AsText().Nullable()
            .WithColumn("stamp").AsInt32().NotNullable()
            .WithColumn("last_number").AsInt32().NotNullable()
            .WithColumn("audience").AsText().NotNullable()
            .WithColumn("audience_group").AsText().Nullable()
            .WithColumn("publish_at").AsInstant().Nullable()
            .WithColumn("withdraw_at").AsInstant().Nullable()
            .WithColumn("withdrawn_at").AsInstant().Nullable()
            .WithColumn("withdrawal_reason").AsText().Nullable()
            .WithColumn("owner").AsText().NotNullable()
            .WithColumn("modified_by").AsText().NotNullable()
            .WithColumn("created_at").AsInstant().NotNullable()
            .WithColumn("modified_at").AsInstant().NotNullable()
            .WithColumn("published_at").AsInstant().Nullable();
        Create.Index("content_items_by_modified").OnTable("content_items").OnColumn("tenant_id").Ascending().OnColumn("modified_at").Descending();
        Create.Table("content_versions")
            .WithColumn("tenant_id").AsInt32().NotNullable().PrimaryKey()
            .WithColumn("content_item_version_id").AsText().NotNullable().PrimaryKey()
            .WithColumn("content_item_id").AsText().NotNullable()
            .WithColumn("number").AsInt32().NotNullable()
            .WithColumn("json").AsText().NotNullable()
            .WithColumn("author").AsText().NotNullable()
            .WithColumn("comment").AsText().Nullable()
            .WithColumn("saved_at").AsInstant().NotNullable()
            .WithColumn("published_at").AsInstant().Nullable();
        Create.Index("content_versions_by_item").OnTable("content_versions").OnColumn("tenant_id").Ascending().OnColumn("content_item_id").Ascending().OnColumn("number").Ascending();
        Create.Table("content_routes")
            .WithColumn("tenant_id").AsInt32().NotNullable().PrimaryKey()
            .WithColumn("path").AsText().NotNullable().PrimaryKey()
            .WithColumn("content_item_id").AsText().NotNullable()
            .WithColumn("is_current").AsBoolean().NotNullable();
        Create.Index("content_routes_by_item").OnTable("content_routes").OnColumn("tenant_id").Ascending().OnColumn("content_item_id").Ascending();
        Create.Table("content_autosaves")
            .WithColumn("tenant_id").AsInt32().NotNullable().PrimaryKey()
            .WithColumn("content_item_id").AsText().NotNullable().PrimaryKey()
            .WithColumn("account").AsText().NotNullable().PrimaryKey()
            .WithColumn("stamp").AsInt32().NotNullable()
            .WithColumn("form").AsText().NotNullable()
            .WithColumn("saved_at").AsInstant().NotNullable();
        Create.Table("settings")
            .WithColumn("tenant_id").AsInt32().NotNullable().PrimaryKey()
            .WithColumn("name").AsText().NotNullable().PrimaryKey()
            .WithColumn("json").AsText().NotNullable();
        Create.Table("documents")
            .WithColumn("tenant_id").AsInt32().NotNullable().PrimaryKey()
            .WithColumn("collection").AsText().NotNullable().PrimaryKey()
            .WithColumn("name").AsText().NotNullable().PrimaryKey()
            .WithColumn("position").AsInt32().NotNullable()
            .WithColumn("json").AsText().NotNullable();
    }
}
