using AgencyCMS.Data.Schema;
using FluentMigrator;

namespace AgencyCMS.Operations.Storage.Steps;

[Tags(SchemaStore.County)]
[Migration(2026_11_28_0802)]
public sealed class S0802_CreateRestores : ForwardOnlyMigration
{
    public override void Up() => Create.Table("restores")
        .WithColumn("tenant_id").AsInt32().NotNullable().PrimaryKey()
        .WithColumn("begun_at").AsInstant().NotNullable();
}
