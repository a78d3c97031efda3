using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyCMS.Data.Stores;

/// <summary>Counters of a tenant's store that never go back, also when an older copy takes its place: they count what was given away for good, such as numbers that people cite.</summary>
public static class LastingCounters
{
    private const string Annotation = "AgencyCMS:NeverGoesBack";

    /// <summary>Declares that a whole number only grows.</summary>
    public static PropertyBuilder<int> NeverGoesBack(this PropertyBuilder<int> property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return property.HasAnnotation(Annotation, true);
    }

    /// <summary>The counters of a model.</summary>
    public static IEnumerable<LastingCounter> Of(IModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return
            from entity in model.GetEntityTypes()
            from property in entity.GetProperties()
            where entity.GetTableName() is not null && property.FindAnnotation(Annotation) is not null
            select new LastingCounter(entity.GetTableName()!, [.. entity.FindPrimaryKey()!.Properties.Select(key => key.GetColumnName())], property.GetColumnName()); // every table has a key
    }
}

/// <param name="Table">Its table, without schema.</param>
/// <param name="Keys">The columns of its key, one of them <c>tenant_id</c>.</param>
/// <param name="Column">The column that only grows.</param>
public sealed record LastingCounter(string Table, IReadOnlyList<string> Keys, string Column)
{
    /// <summary>SQL that raises the counters of one table to those of another with the same columns, for both kinds of database.</summary>
    /// <param name="target">Delimited name of the table that is raised.</param>
    /// <param name="source">Delimited name of the one with the counters that have been reached.</param>
    /// <param name="tenant">Whose.</param>
    /// <param name="greatest">The database's function for the greater of two values.</param>
    public string Raise(string target, string source, TenantId tenant, string greatest)
    {
        var keys = string.Join(", ", Keys);
        return $"""
            INSERT INTO {target} AS t ({keys}, {Column}) SELECT {keys}, {Column} FROM {source} WHERE tenant_id = {tenant}
            ON CONFLICT ({keys}) DO UPDATE SET {Column} = {greatest}(t.{Column}, excluded.{Column})
            """;
    }
}
