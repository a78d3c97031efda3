using AgencyCMS.Data.Schema;
using AgencyCMS.Data.Stores;
using FluentMigrator;

namespace AgencyCMS.Disclosure.Storage.Steps;

/// <summary>Names of sites change and are taken over by others; ids are not.</summary>
[Tags(SchemaStore.County)]
[Migration(2026_11_27_0312)]
public sealed class S0312_NameImportTargetsById : ForwardOnlyMigration
{
    public override void Up()
    {
        Alter.Table("import_runs").AddColumn("into_tenant_id").AsInt32().Nullable().AddColumn("sites").AsText().Nullable().AddColumn("withdrawn_at").AsInstant().Nullable();
        IfDatabase(IsPostgreSql).Delegate(() => Move(StoreNames.CountySchema + "."));
        IfDatabase(processor => !IsPostgreSql(processor)).Delegate(() => Move(""));
    }

    private static bool IsPostgreSql(string processor) => processor.StartsWith("Postgres", StringComparison.OrdinalIgnoreCase);

    private void Move(string schema)
    {
        Execute.Sql($"UPDATE {schema}import_runs SET into_tenant_id = (SELECT id FROM {schema}tenants WHERE name = import_runs.into_tenant)");
        Execute.Sql($"ALTER TABLE {schema}import_runs DROP COLUMN into_tenant");
    }
}
