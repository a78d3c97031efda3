using AgencyCMS.Data.Schema;
using FluentMigrator;

namespace AgencyCMS.Disclosure.Storage.Steps;

[Tags(SchemaStore.County)]
[Migration(2026_11_28_0314)]
public sealed class S0314_OverwriteCorrections : ForwardOnlyMigration
{
    public override void Up() => Alter.Table("import_runs").AddColumn("overwrites_corrections").AsBoolean().NotNullable().WithDefaultValue(false);
}
