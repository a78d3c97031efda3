using AgencyCMS.Data.Schema;
using FluentMigrator;

namespace AgencyCMS.Accounts.Storage.Steps;

[Tags(SchemaStore.County)]
[Migration(2026_11_22_0201)]
public sealed class S0201_CreateAccounts : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("accounts")
            .WithColumn("id").AsInt32().NotNullable().PrimaryKey().Identity()
            .WithColumn("user_name").AsText().NotNullable()
            .WithColumn("normalised_name").AsText().NotNullable().Unique()
            .WithColumn("display_name").AsText().NotNullable()
            .WithColumn("password_hash").AsText().NotNullable()
            .WithColumn("must_change_password").AsBoolean().NotNullable()
            .WithColumn("is_enabled").AsBoolean().NotNullable()
            .WithColumn("authenticator_secret").AsText().Nullable()
            .WithColumn("last_code_step").AsInt64().NotNullable()
            .WithColumn("created_at").AsInstant().NotNullable()
            .WithColumn("last_sign_in_at").AsInstant().Nullable()
            .WithColumn("version").AsInt32().NotNullable();
        Create.Table("memberships")
            .WithColumn("account_id").AsInt32().NotNullable().PrimaryKey().ForeignKey("accounts", "id")
            .WithColumn("tenant_id").AsInt32().NotNullable().PrimaryKey().Indexed()
            .WithColumn("roles").AsText().NotNullable()
            .WithColumn("groups").AsText().NotNullable();
        Create.Table("sessions")
            .WithColumn("id").AsText().NotNullable().PrimaryKey()
            .WithColumn("account_id").AsInt32().NotNullable().Indexed().ForeignKey("accounts", "id")
            .WithColumn("device").AsText().NotNullable()
            .WithColumn("network").AsText().NotNullable()
            .WithColumn("created_at").AsInstant().NotNullable()
            .WithColumn("last_seen_at").AsInstant().NotNullable()
            .WithColumn("revoked_at").AsInstant().Nullable();
        Create.Table("sign_in_attempts")
            .WithColumn("name").AsText().NotNullable().PrimaryKey()
            .WithColumn("count").AsInt32().NotNullable()
            .WithColumn("forgotten_at").AsInstant().NotNullable().Indexed();
        Create.Table("recovery_codes")
            .WithColumn("account_id").AsInt32().NotNullable().PrimaryKey().ForeignKey("accounts", "id")
            .WithColumn("hash").AsText().NotNullable().PrimaryKey();
        Create.Table("account_events")
            .WithColumn("id").AsInt64().NotNullable().PrimaryKey().Identity()
            .WithColumn("account_id").AsInt32().NotNullable().Indexed().ForeignKey("accounts", "id")
            .WithColumn("kind").AsText().NotNullable()
            .WithColumn("actor").AsText().NotNullable()
            .WithColumn("detail").AsText().NotNullable()
            .WithColumn("occurred_at").AsInstant().NotNullable();
    }
}
