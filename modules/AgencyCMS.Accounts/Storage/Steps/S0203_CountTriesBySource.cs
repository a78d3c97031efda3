using AgencyCMS.Data.Schema;
using FluentMigrator;

namespace AgencyCMS.Accounts.Storage.Steps;

/// <summary>What was counted of the last quarter of an hour is let go: a name is locked for each source apart.</summary>
[Tags(SchemaStore.County)]
[Migration(2026_11_27_0203)]
public sealed class S0203_CountTriesBySource : ForwardOnlyMigration
{
    public override void Up()
    {
        Delete.Table("sign_in_attempts");
        Create.Table("sign_in_tries")
            .WithColumn("name").AsText().NotNullable().PrimaryKey()
            .WithColumn("source").AsText().NotNullable().PrimaryKey()
            .WithColumn("count").AsInt32().NotNullable()
            .WithColumn("forgotten_at").AsInstant().NotNullable().Indexed();
    }
}
