using System.Collections.Concurrent;
using AgencyCMS.Data.Schema;
using FluentMigrator;

namespace AgencyCMS.Data.Tests.Sample;

[Tags(SchemaStore.Tenant)]
[Migration(2026_11_22_9901)]
public sealed class S9901_CreateSamples : ForwardOnlyMigration
{
    public override void Up() => Create.Table("samples")
        .WithColumn("tenant_id").AsInt32().NotNullable().PrimaryKey()
        .WithColumn("id").AsText().NotNullable().PrimaryKey()
        .WithColumn("text").AsText().NotNullable()
        .WithColumn("happened_at").AsInstant().NotNullable()
        .WithColumn("due_on").AsLegalDate().NotNullable()
        .WithColumn("state").AsText().NotNullable();
}

[Tags(SchemaStore.County)]
[Migration(2026_11_22_9902)]
public sealed class S9902_CreateNotes : ForwardOnlyMigration
{
    public override void Up() => Create.Table("notes")
        .WithColumn("id").AsInt32().NotNullable().PrimaryKey().Identity()
        .WithColumn("tenant_id").AsInt32().NotNullable()
        .WithColumn("subject_id").AsText().NotNullable()
        .WithColumn("sequence").AsInt64().NotNullable();
}

/// <summary>A step at which a test can interrupt the upgrade of its own database.</summary>
[Tags(SchemaStore.County)]
[Migration(2026_11_22_9903)]
public sealed class S9903_CreateLast : ForwardOnlyMigration
{
    /// <summary>Parts of connection strings of databases on which this step fails.</summary>
    internal static ConcurrentDictionary<string, bool> FailsOn { get; } = new();

    public override void Up()
    {
        if (FailsOn.Keys.Any(part => ConnectionString.Contains(part, StringComparison.Ordinal)))
        {
            throw new InvalidOperationException("The process ends here.");
        }
        Create.Table("last").WithColumn("id").AsInt32().NotNullable().PrimaryKey();
    }
}
