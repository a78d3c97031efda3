using AgencyCMS.Data.Schema;
using FluentMigrator;

namespace AgencyCMS.ContentManagement.Storage.Steps;

/// <summary>What was scheduled before is what is the newest version now: nobody knows any more what was approved.</summary>
[Tags(SchemaStore.Tenant)]
[Migration(2026_11_22_0102)]
public sealed class S0102_PinScheduledVersions : ForwardOnlyMigration
{
    public override void Up()
    {
        Alter.Table("content_items").AddColumn("scheduled_version_id").AsText().Nullable();
        Alter.Table("content_items").AddColumn("scheduled_by").AsText().Nullable();
        Update.Table("content_items").Set(new
        {
            scheduled_version_id = RawSql.Insert("CASE WHEN publish_at IS NULL THEN NULL ELSE latest_version_id END"),
            scheduled_by = RawSql.Insert("CASE WHEN publish_at IS NULL THEN NULL ELSE modified_by END"),
        }).AllRows();
    }
}
