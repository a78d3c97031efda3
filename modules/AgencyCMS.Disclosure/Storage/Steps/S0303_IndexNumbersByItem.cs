using AgencyCMS.Data.Schema;
using FluentMigrator;

namespace AgencyCMS.Disclosure.Storage.Steps;

/// <summary>The number of an item is found by the item.</summary>
[Tags(SchemaStore.Tenant)]
[Migration(2026_11_22_0303)]
public sealed class S0303_IndexNumbersByItem : ForwardOnlyMigration
{
    public override void Up() => Create.Index("index_numbers_by_item").OnTable("index_numbers").OnColumn("tenant_id").Ascending().OnColumn("content_item_id").Ascending();
}
