using AgencyCMS.Data.Schema;
using FluentMigrator;

namespace AgencyCMS.Disclosure.Storage.Steps;

[Tags(SchemaStore.Tenant)]
[Migration(2026_11_22_0301)]
public sealed class S0301_CreateDisclosure : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("disclosures")
            .WithColumn("tenant_id").AsInt32().NotNullable().PrimaryKey()
            .WithColumn("content_item_id").AsText().NotNullable().PrimaryKey()
            .WithColumn("entry").AsText().NotNullable()
            .WithColumn("title").AsText().NotNullable()
            .WithColumn("path").AsText().NotNullable()
            .WithColumn("index_number").AsText().NotNullable()
            .WithColumn("document_number").AsText().NotNullable()
            .WithColumn("genre").AsText().NotNullable()
            .WithColumn("subject").AsText().NotNullable()
            .WithColumn("validity").AsText().NotNullable()
            .WithColumn("village").AsText().NotNullable()
            .WithColumn("summary").AsText().NotNullable()
            .WithColumn("formed_on").AsLegalDate().Nullable()
            .WithColumn("published_at").AsInstant().NotNullable()
            .WithColumn("audience").AsText().NotNullable()
            .WithColumn("audience_group").AsText().Nullable();
        Create.Index("disclosures_by_date").OnTable("disclosures").OnColumn("tenant_id").Ascending().OnColumn("published_at").Descending().OnColumn("content_item_id").Ascending();
        Create.Index("disclosures_by_entry").OnTable("disclosures").OnColumn("tenant_id").Ascending().OnColumn("entry").Ascending()
            .OnColumn("published_at").Descending().OnColumn("content_item_id").Ascending();
        Create.Table("catalogue_entries")
            .WithColumn("tenant_id").AsInt32().NotNullable().PrimaryKey()
            .WithColumn("code").AsText().NotNullable().PrimaryKey()
            .WithColumn("parent").AsText().Nullable()
            .WithColumn("title").AsText().NotNullable()
            .WithColumn("title_en").AsText().NotNullable()
            .WithColumn("kind").AsText().NotNullable()
            .WithColumn("position").AsInt32().NotNullable()
            .WithColumn("details").AsText().NotNullable()
            .WithColumn("is_own").AsBoolean().NotNullable()
            .WithColumn("none_reason").AsText().Nullable()
            .WithColumn("none_declared_on").AsLegalDate().Nullable()
            .WithColumn("none_declared_by").AsText().Nullable();
        Create.Table("index_numbers")
            .WithColumn("tenant_id").AsInt32().NotNullable().PrimaryKey()
            .WithColumn("number").AsText().NotNullable().PrimaryKey()
            .WithColumn("content_item_id").AsText().NotNullable();
        Create.Table("index_counters")
            .WithColumn("tenant_id").AsInt32().NotNullable().PrimaryKey()
            .WithColumn("period").AsText().NotNullable().PrimaryKey()
            .WithColumn("last").AsInt32().NotNullable();
    }
}
