using AgencyCMS.Data.Schema;
using FluentMigrator;

namespace AgencyCMS.Disclosure.Storage.Steps;

/// <summary>That a declaration was brought from elsewhere shows beside its day; that somebody here has taken one back stands against a recipe that brings it again.</summary>
[Tags(SchemaStore.Tenant)]
[Migration(2026_11_28_0316)]
public sealed class S0316_NoteDecisionsOnDeclarations : ForwardOnlyMigration
{
    public override void Up() => Alter.Table("catalogue_entries")
        .AddColumn("none_brought_at").AsInstant().Nullable()
        .AddColumn("none_taken_back_at").AsInstant().Nullable();
}
