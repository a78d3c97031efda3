using AgencyCMS.Data.Schema;
using FluentMigrator;

namespace AgencyCMS.Disclosure.Storage.Steps;

[Tags(SchemaStore.County)]
[Migration(2026_11_22_0302)]
public sealed class S0302_CreateImportRuns : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("import_runs")
            .WithColumn("id").AsInt64().NotNullable().PrimaryKey().Identity()
            .WithColumn("tenant_id").AsInt32().NotNullable()
            .WithColumn("state").AsText().NotNullable()
            .WithColumn("file_name").AsText().NotNullable()
            .WithColumn("folder").AsText().NotNullable()
            .WithColumn("into_tenant").AsText().Nullable()
            .WithColumn("by_column").AsText().Nullable()
            .WithColumn("map").AsText().NotNullable()
            .WithColumn("is_dry_run").AsBoolean().NotNullable()
            .WithColumn("asked_by").AsText().NotNullable()
            .WithColumn("created_at").AsInstant().NotNullable()
            .WithColumn("finished_at").AsInstant().Nullable()
            .WithColumn("attempts").AsInt32().NotNullable()
            .WithColumn("total_lines").AsInt32().NotNullable()
            .WithColumn("settled_line").AsInt32().NotNullable()
            .WithColumn("refused_bytes").AsInt64().NotNullable()
            .WithColumn("report").AsText().NotNullable()
            .WithColumn("is_cancel_asked").AsBoolean().NotNullable()
            .WithColumn("error").AsText().Nullable();
        Create.Index("import_runs_by_tenant").OnTable("import_runs").OnColumn("tenant_id").Ascending().OnColumn("id").Descending();
        Create.Index("import_runs_by_state").OnTable("import_runs").OnColumn("state").Ascending().OnColumn("id").Ascending();
    }
}
