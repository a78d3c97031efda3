using AgencyCMS.Data.Stores;
using Npgsql;

namespace AgencyCMS.Operations.Storage.Copies;

/// <summary>A table of PostgreSQL with the columns that can be written.</summary>
internal sealed record TableShape(string Name, IReadOnlyList<string> Columns)
{
    public string ColumnList => string.Join(", ", Columns.Select(Quote));

    public static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    public string In(string schema) => $"{schema}.{Quote(Name)}";

    /// <summary>The tables of a schema that hold data, each after those that it refers to. Asked of the database: a module that is gone has left its rows.</summary>
    public static async Task<IReadOnlyList<TableShape>> ListAsync(NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        var shapes = await ReadAsync(connection, schema, cancellationToken);
        var references = await ReadReferencesAsync(connection, schema, cancellationToken);
        var ordered = new List<TableShape>(shapes.Count);
        while (ordered.Count < shapes.Count)
        {
            var placed = ordered.Select(shape => shape.Name).ToHashSet(StringComparer.Ordinal);
            var next = shapes.Where(shape => !placed.Contains(shape.Name) && references[shape.Name].All(other => other == shape.Name || placed.Contains(other))).ToList();
            ordered.AddRange(next.Count > 0 ? next : throw new InvalidOperationException($"The tables of the schema {schema} refer to each other in a circle."));
        }
        return ordered;
    }

    private static async Task<List<TableShape>> ReadAsync(NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT t.table_name, array_agg(c.column_name::text ORDER BY c.ordinal_position)
            FROM information_schema.tables t JOIN information_schema.columns c USING (table_schema, table_name)
            WHERE t.table_schema = $1 AND t.table_type = 'BASE TABLE' AND t.table_name <> 'schema_steps' AND c.is_generated = 'NEVER'
                AND ($1 <> $2 OR EXISTS (SELECT FROM information_schema.columns o WHERE o.table_schema = t.table_schema AND o.table_name = t.table_name AND o.column_name = 'tenant_id'))
            GROUP BY t.table_name ORDER BY t.table_name
            """,
            connection)
        {
            Parameters = { new() { Value = schema }, new() { Value = StoreNames.TenantSchema } },
        };
        var shapes = new List<TableShape>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            shapes.Add(new TableShape(reader.GetString(0), reader.GetFieldValue<string[]>(1)));
        }
        return shapes;
    }

    private static async Task<ILookup<string, string>> ReadReferencesAsync(NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT own.relname, other.relname FROM pg_constraint c JOIN pg_class own ON own.oid = c.conrelid JOIN pg_class other ON other.oid = c.confrelid
            JOIN pg_namespace n ON n.oid = own.relnamespace WHERE c.contype = 'f' AND n.nspname = $1
            """,
            connection)
        {
            Parameters = { new() { Value = schema } },
        };
        var references = new List<(string Table, string Other)>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            references.Add((reader.GetString(0), reader.GetString(1)));
        }
        return references.ToLookup(pair => pair.Table, pair => pair.Other, StringComparer.Ordinal);
    }
}
