using FluentMigrator;

namespace AgencyCMS.Data.Schema.Steps;

[Tags(SchemaStore.County)]
[Migration(2026_11_22_0002)]
public sealed class S0002_CreateCounty : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("tenants")
            .WithColumn("id").AsInt32().NotNullable().PrimaryKey().Identity()
            .WithColumn("name").AsText().NotNullable().Unique()
            .WithColumn("title").AsText().NotNullable()
            .WithColumn("kind").AsText().NotNullable()
            .WithColumn("state").AsText().NotNullable()
            .WithColumn("prefix").AsText().Nullable().Unique()
            .WithColumn("store").AsText().NotNullable()
            .WithColumn("culture").AsText().NotNullable()
            .WithColumn("time_zone").AsText().NotNullable()
            .WithColumn("theme").AsText().NotNullable()
            .WithColumn("features").AsText().NotNullable()
            .WithColumn("site_code").AsText().NotNullable()
            .WithColumn("version").AsInt32().NotNullable()
            .WithColumn("notice").AsText().Nullable()
            .WithColumn("remove_after").AsInstant().Nullable()
            .WithColumn("created_at").AsInstant().NotNullable();
        Create.Table("tenant_hosts")
            .WithColumn("host").AsText().NotNullable().PrimaryKey()
            .WithColumn("tenant_id").AsInt32().NotNullable().Indexed().ForeignKey("tenants", "id");
        Create.Table("wakes")
            .WithColumn("tenant_id").AsInt32().NotNullable().PrimaryKey()
            .WithColumn("count").AsInt64().NotNullable();
        Create.Table("store_schemas")
            .WithColumn("store").AsText().NotNullable().PrimaryKey()
            .WithColumn("fingerprint").AsText().NotNullable();
        Create.Table("consumer_positions")
            .WithColumn("consumer").AsText().NotNullable().PrimaryKey()
            .WithColumn("tenant_id").AsInt32().NotNullable().PrimaryKey()
            .WithColumn("position").AsInt64().NotNullable();
        Create.Table("change_failures")
            .WithColumn("consumer").AsText().NotNullable().PrimaryKey()
            .WithColumn("tenant_id").AsInt32().NotNullable().PrimaryKey()
            .WithColumn("sequence").AsInt64().NotNullable().PrimaryKey()
            .WithColumn("node").AsText().NotNullable().PrimaryKey()
            .WithColumn("subject_id").AsText().NotNullable()
            .WithColumn("attempts").AsInt32().NotNullable()
            .WithColumn("last_error").AsText().Nullable()
            .WithColumn("failed_at").AsInstant().NotNullable()
            .WithColumn("next_attempt_at").AsInstant().NotNullable();
        Create.Table("data_protection_keys")
            .WithColumn("id").AsInt32().NotNullable().PrimaryKey().Identity()
            .WithColumn("friendly_name").AsText().Nullable()
            .WithColumn("xml").AsText().Nullable();
    }
}
