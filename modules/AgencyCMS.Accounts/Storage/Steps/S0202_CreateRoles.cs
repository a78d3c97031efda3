using AgencyCMS.Data.Schema;
using FluentMigrator;

namespace AgencyCMS.Accounts.Storage.Steps;

[Tags(SchemaStore.Tenant)]
[Migration(2026_11_22_0202)]
public sealed class S0202_CreateRoles : ForwardOnlyMigration
{
    public override void Up() => Create.Table("roles")
        .WithColumn("tenant_id").AsInt32().NotNullable().PrimaryKey()
        .WithColumn("name").AsText().NotNullable().PrimaryKey()
        .WithColumn("description").AsText().NotNullable()
        .WithColumn("permissions").AsText().NotNullable();
}
