using AgencyCMS.Data.Schema;
using FluentMigrator;

namespace AgencyCMS.Portal.Storage.Steps;

[Tags(SchemaStore.County)]
[Migration(2026_11_27_0702)]
public sealed class S0702_CreateEnglishTitles : ForwardOnlyMigration
{
    public override void Up() => Create.Table("agency_english_titles")
        .WithColumn("tenant_id").AsInt32().NotNullable().PrimaryKey()
        .WithColumn("title").AsText().NotNullable();
}
