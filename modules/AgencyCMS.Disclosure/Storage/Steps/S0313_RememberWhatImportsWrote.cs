using AgencyCMS.Data.Schema;
using FluentMigrator;

namespace AgencyCMS.Disclosure.Storage.Steps;

/// <summary>What an import left an item saying, so that a correction made by hand since is seen.</summary>
[Tags(SchemaStore.Tenant)]
[Migration(2026_11_28_0313)]
public sealed class S0313_RememberWhatImportsWrote : ForwardOnlyMigration
{
    public override void Up() => Alter.Table("imported_lines").AddColumn("written").AsText().Nullable();
}
