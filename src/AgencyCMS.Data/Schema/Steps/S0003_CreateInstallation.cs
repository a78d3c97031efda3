using FluentMigrator;

namespace AgencyCMS.Data.Schema.Steps;

[Tags(SchemaStore.County)]
[Migration(2026_11_22_0003)]
public sealed class S0003_CreateInstallation : ForwardOnlyMigration
{
    public override void Up() => Create.Table("installation")
        .WithColumn("id").AsInt32().NotNullable().PrimaryKey()
        .WithColumn("key").AsText().NotNullable();
}
