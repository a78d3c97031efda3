using AgencyCMS.Data.Schema;
using FluentMigrator;

namespace AgencyCMS.ContentManagement.Storage.Steps;

/// <summary>Who published a version stands beside when.</summary>
[Tags(SchemaStore.Tenant)]
[Migration(2026_11_22_0104)]
public sealed class S0104_NotePublishers : ForwardOnlyMigration
{
    public override void Up() => Alter.Table("content_versions").AddColumn("published_by").AsText().Nullable();
}
