using AgencyCMS.Data.Schema;
using FluentMigrator;

namespace AgencyCMS.Operations.Storage.Steps;

[Tags(SchemaStore.County)]
[Migration(2026_11_22_0801)]
public sealed class S0801_CreateJobRuns : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("job_runs")
            .WithColumn("id").AsInt64().NotNullable().PrimaryKey().Identity()
            .WithColumn("job").AsText().NotNullable()
            .WithColumn("tenant_id").AsInt32().Nullable()
            .WithColumn("node").AsText().NotNullable()
            .WithColumn("attempt").AsInt32().NotNullable()
            .WithColumn("started_at").AsInstant().NotNullable()
            .WithColumn("finished_at").AsInstant().Nullable()
            .WithColumn("outcome").AsText().NotNullable()
            .WithColumn("tenants").AsInt32().NotNullable()
            .WithColumn("error").AsText().Nullable();
        Create.Index("job_runs_started").OnTable("job_runs").OnColumn("started_at").Descending();
        Create.Index("job_runs_job").OnTable("job_runs").OnColumn("job").Ascending().OnColumn("id").Descending();
    }
}
