using FluentMigrator.Runner.VersionTableInfo;

namespace AgencyCMS.Data.Schema;

/// <summary>The table in each store that remembers which steps are done.</summary>
internal sealed class SchemaStepTable(string schema) : IVersionTableMetaData
{
    public bool OwnsSchema => false;
    public string SchemaName => schema;
    public string TableName => "schema_steps";
    public string ColumnName => "version";
    public string DescriptionColumnName => "description";
    public string UniqueIndexName => "schema_steps_version";
    public string AppliedOnColumnName => "applied_on";
    public bool CreateWithPrimaryKey => false;
}
