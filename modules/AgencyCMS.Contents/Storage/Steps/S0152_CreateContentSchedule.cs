using AgencyCMS.Data.Schema;
using FluentMigrator;

namespace AgencyCMS.Contents.Storage.Steps;

[Tags(SchemaStore.County)]
[Migration(2026_11_22_0152)]
public sealed class S0152_CreateContentSchedule : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("content_schedule")
            .WithColumn("tenant_id").AsInt32().NotNullable().PrimaryKey()
            .WithColumn("content_item_id").AsText().NotNullable().PrimaryKey()
            .WithColumn("due_at").AsInstant().NotNullable()
            .WithColumn("next_attempt_at").AsInstant().NotNullable()
            .WithColumn("attempts").AsInt32().NotNullable()
            .WithColumn("last_error").AsText().Nullable();
        Create.Index("content_schedule_by_attempt").OnTable("content_schedule").OnColumn("next_attempt_at").Ascending();
    }
}
