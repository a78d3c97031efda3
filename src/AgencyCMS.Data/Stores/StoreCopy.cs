using System.IO.Compression;
using AgencyCMS.Modularity.Tenants;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AgencyCMS.Data.Stores;

/// <summary>Copies a tenant's store into a zip while it is in use; the copy is the store of one moment.</summary>
public sealed class StoreCopy(DataOptions options, StoreFiles files, StoreSessions stores)
{
    /// <summary>Adds <c>store.db</c> on SQLite, or one <c>store/{table}.jsonl</c> for each table on PostgreSQL: a row as a JSON object in each line.</summary>
    public Task AddToAsync(ZipArchive zip, TenantId tenant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(zip);
        return options.Provider == DatabaseProvider.PostgreSql ? AddRowsAsync(zip, tenant, cancellationToken) : AddFileAsync(zip, tenant, cancellationToken);
    }

    private async Task AddFileAsync(ZipArchive zip, TenantId tenant, CancellationToken cancellationToken)
    {
        // VACUUM INTO reads one snapshot and writes a single compact file, without the write-ahead log beside it.
        var copy = Path.Combine(files.Folder(tenant), $"copy-{Guid.NewGuid():N}.db");
        try
        {
            await using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = files.Tenant(tenant), Pooling = false }.ToString()))
            {
                await connection.OpenAsync(cancellationToken);
                await using var command = connection.CreateCommand();
                command.CommandText = "VACUUM INTO $copy";
                command.Parameters.AddWithValue("$copy", copy);
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
            await zip.CreateEntryFromFileAsync(copy, "store.db", CompressionLevel.Optimal, cancellationToken);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private async Task AddRowsAsync(ZipArchive zip, TenantId tenant, CancellationToken cancellationToken)
    {
        await using var db = stores.Open(tenant);
        await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        foreach (var table in await TenantTables.ListAsync(db, cancellationToken))
        {
            await using var stream = await zip.CreateEntry($"store/{table}.jsonl", CompressionLevel.Optimal).OpenAsync(cancellationToken);
            await using var lines = new StreamWriter(stream);
            await using var command = new NpgsqlCommand($"SELECT to_jsonb(line)::text FROM {TenantTables.Quote(table)} line WHERE tenant_id = {tenant.Value}", connection);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                await lines.WriteLineAsync(reader.GetString(0).AsMemory(), cancellationToken);
            }
        }
    }
}
