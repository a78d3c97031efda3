using AgencyCMS.Data.Schema;
using FluentMigrator;

namespace AgencyCMS.Accounts.Storage.Steps;

[Tags(SchemaStore.County)]
[Migration(2026_11_27_0209)]
public sealed class S0209_CreateHelpVisits : ForwardOnlyMigration
{
    public override void Up() => Create.Table("help_visits")
        .WithColumn("id").AsInt64().NotNullable().PrimaryKey().Identity()
        .WithColumn("tenant_id").AsInt32().NotNullable().Indexed()
        .WithColumn("account_id").AsInt32().NotNullable().ForeignKey("accounts", "id")
        .WithColumn("roles").AsText().NotNullable()
        .WithColumn("reason").AsText().NotNullable()
        .WithColumn("started_at").AsInstant().NotNullable()
        .WithColumn("ends_at").AsInstant().NotNullable()
        .WithColumn("ended_by").AsText().Nullable();
}
