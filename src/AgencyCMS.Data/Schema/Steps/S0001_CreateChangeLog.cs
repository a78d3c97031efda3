using FluentMigrator;

namespace AgencyCMS.Data.Schema.Steps;

[Tags(SchemaStore.Tenant)]
[Migration(2026_11_22_0001)]
public sealed class S0001_CreateChangeLog : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("changes")
            .WithColumn("tenant_id").AsInt32().NotNullable().PrimaryKey()
            .WithColumn("sequence").AsInt64().NotNullable().PrimaryKey()
            .WithColumn("kind").AsText().NotNullable()
            .WithColumn("subject_id").AsText().NotNullable()
            .WithColumn("data").AsText().NotNullable()
            .WithColumn("actor").AsText().NotNullable()
            .WithColumn("occurred_at").AsInstant().NotNullable();
        Create.Table("change_counters")
            .WithColumn("tenant_id").AsInt32().NotNullable().PrimaryKey()
            .WithColumn("last").AsInt64().NotNullable();
    }
}
