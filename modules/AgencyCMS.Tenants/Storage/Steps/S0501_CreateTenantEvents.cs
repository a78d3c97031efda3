using AgencyCMS.Data.Schema;
using FluentMigrator;

namespace AgencyCMS.Tenants.Storage.Steps;

[Tags(SchemaStore.County)]
[Migration(2026_11_22_0501)]
public sealed class S0501_CreateTenantEvents : ForwardOnlyMigration
{
    // No reference to the tenants: the history of a tenant outlives it.
    public override void Up() => Create.Table("tenant_events")
        .WithColumn("id").AsInt64().NotNullable().PrimaryKey().Identity()
        .WithColumn("tenant_id").AsInt32().NotNullable().Indexed()
        .WithColumn("tenant_name").AsText().NotNullable()
        .WithColumn("action").AsText().NotNullable()
        .WithColumn("state_before").AsText().NotNullable()
        .WithColumn("state_after").AsText().NotNullable()
        .WithColumn("detail").AsText().NotNullable()
        .WithColumn("actor").AsText().NotNullable()
        .WithColumn("occurred_at").AsInstant().NotNullable();
}
