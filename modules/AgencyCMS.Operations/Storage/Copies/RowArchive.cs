using System.IO.Compression;
using System.Text;
using System.Text.Json;
using AgencyCMS.Data.Stores;
using Npgsql;

namespace AgencyCMS.Operations.Storage.Copies;

/// <summary>Rows of PostgreSQL tables in a zip: <c>tables.json</c>, and for each table one entry in the text form of COPY.</summary>
internal static class RowArchive
{
    private const string Shapes = "tables.json";
    private const string Numbers = "numbers.json";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes what the connection's role may see of the tables.</summary>
    public static async Task WriteAsync(string file, NpgsqlConnection connection, string schema, IReadOnlyList<TableShape> tables, CancellationToken cancellationToken)
    {
        await using var zip = await ZipFile.OpenAsync(file, ZipArchiveMode.Create, cancellationToken);
        await using (var entry = await zip.CreateEntry(Shapes).OpenAsync(cancellationToken))
        {
            await JsonSerializer.SerializeAsync(entry, tables, cancellationToken: cancellationToken);
        }
        foreach (var table in tables)
        {
            await using var entry = await zip.CreateEntry(table.Name + ".copy", CompressionLevel.Fastest).OpenAsync(cancellationToken);
            await using var target = new StreamWriter(entry, Utf8);
            using var source = await connection.BeginTextExportAsync($"COPY (SELECT {table.ColumnList} FROM {table.In(schema)}) TO STDOUT", cancellationToken);
            await PourAsync(source, target, cancellationToken);
        }
    }

    /// <summary>The tables of an archive, each after those that it refers to.</summary>
    public static async Task<IReadOnlyList<TableShape>> ReadShapesAsync(ZipArchive zip, CancellationToken cancellationToken)
    {
        await using var entry = await zip.GetEntry(Shapes)!.OpenAsync(cancellationToken); // the manifest's hash says that the file is as it was written
        return (await JsonSerializer.DeserializeAsync<List<TableShape>>(entry, cancellationToken: cancellationToken))!;
    }

    /// <summary>Adds the rows to the tables. COPY cannot write where row-level security holds, so the rows pass through a table of the session.</summary>
    public static async Task AddAsync(ZipArchive zip, NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        foreach (var table in await ReadShapesAsync(zip, cancellationToken))
        {
            await ExecuteAsync(connection, $"CREATE TEMP TABLE incoming AS SELECT {table.ColumnList} FROM {table.In(schema)} WITH NO DATA", cancellationToken);
            await using (var entry = await zip.GetEntry(table.Name + ".copy")!.OpenAsync(cancellationToken))
            {
                using var source = new StreamReader(entry, Utf8);
                await using var target = await connection.BeginTextImportAsync($"COPY incoming ({table.ColumnList}) FROM STDIN", cancellationToken);
                await PourAsync(source, target, cancellationToken);
            }
            await ExecuteAsync(
                connection,
                $"INSERT INTO {table.In(schema)} ({table.ColumnList}) OVERRIDING SYSTEM VALUE SELECT {table.ColumnList} FROM incoming; DROP TABLE incoming",
                cancellationToken);
        }
    }

    /// <summary>Adds how far the database has counted. A number that was given and whose row is gone, such as a removed tenant's, must not be given again.</summary>
    public static async Task AddNumbersAsync(string file, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
        await using (var command = new NpgsqlCommand(
            $"""
            SELECT format('%I.%I', schemaname, sequencename), last_value FROM pg_sequences
            WHERE schemaname IN ('{StoreNames.CountySchema}', '{StoreNames.TenantSchema}') AND last_value IS NOT NULL
            """,
            connection))
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                numbers.Add(reader.GetString(0), reader.GetInt64(1));
            }
        }
        await using var zip = await ZipFile.OpenAsync(file, ZipArchiveMode.Update, cancellationToken);
        await using var entry = await zip.CreateEntry(Numbers).OpenAsync(cancellationToken);
        await JsonSerializer.SerializeAsync(entry, numbers, cancellationToken: cancellationToken);
    }

    /// <summary>Has the database count on from where it was.</summary>
    public static async Task SetNumbersAsync(ZipArchive zip, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var entry = await zip.GetEntry(Numbers)!.OpenAsync(cancellationToken); // as above
        foreach (var (sequence, last) in (await JsonSerializer.DeserializeAsync<Dictionary<string, long>>(entry, cancellationToken: cancellationToken))!)
        {
            await using var command = new NpgsqlCommand("SELECT setval(to_regclass($1), $2)", connection) { Parameters = { new() { Value = sequence }, new() { Value = last } } };
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task PourAsync(TextReader source, TextWriter target, CancellationToken cancellationToken)
    {
        var buffer = new char[32 * 1024];
        int read;
        while ((read = await source.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }
}
