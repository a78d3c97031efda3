using AgencyCMS.Data.Schema;
using FluentMigrator;

namespace AgencyCMS.Accounts.Storage.Steps;

/// <summary>The number of the site that a change of a membership was about: sites are renamed.</summary>
[Tags(SchemaStore.County)]
[Migration(2026_11_28_0211)]
public sealed class S0211_NoteSitesOfEvents : ForwardOnlyMigration
{
    public override void Up() => Alter.Table("account_events").AddColumn("site").AsInt32().Nullable();
}
