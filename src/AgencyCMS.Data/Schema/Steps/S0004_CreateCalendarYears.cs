using FluentMigrator;

namespace AgencyCMS.Data.Schema.Steps;

/// <summary>The holidays of each year that were imported.</summary>
[Tags(SchemaStore.County)]
[Migration(2026_11_28_0004)]
public sealed class S0004_CreateCalendarYears : ForwardOnlyMigration
{
    public override void Up() => Create.Table("calendar_years")
        .WithColumn("year").AsInt32().NotNullable().PrimaryKey()
        .WithColumn("json").AsText().NotNullable()
        .WithColumn("loaded_at").AsInstant().NotNullable()
        .WithColumn("loaded_by").AsText().NotNullable();
}
