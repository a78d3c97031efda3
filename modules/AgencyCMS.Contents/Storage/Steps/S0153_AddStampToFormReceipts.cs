using AgencyCMS.Data.Schema;
using FluentMigrator;

namespace AgencyCMS.Contents.Storage.Steps;

[Tags(SchemaStore.Tenant)]
[Migration(2026_11_28_0153)]
public sealed class S0153_AddStampToFormReceipts : ForwardOnlyMigration
{
    public override void Up() => Alter.Table("form_receipts").AddColumn("stamp").AsInt32().Nullable();
}
