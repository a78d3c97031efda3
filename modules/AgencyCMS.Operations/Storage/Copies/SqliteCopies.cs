using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AgencyCMS.Operations.Storage.Copies;

/// <summary>Store files. A copy is compact and whole, without a write-ahead log beside it.</summary>
internal sealed class SqliteCopies(StoreFiles files, StoreSessions stores, TimeProvider clock) : IStoreCopies
{
    // Of a store that cannot be read only what others have followed of its log is known; it may have been further.
    private const int Margin = 1000;

    private const int AllPages = -1;
    private const int NoTable = 1;
    private const int Corrupt = 11;
    private const int NoDatabase = 26;

    private static readonly Func<Task> NothingToKeep = () => Task.CompletedTask;

    public string Extension => ".db";

    public bool CanUpgrade => true;

    public Task<IStoreReading> ReadAsync(CancellationToken cancellationToken) => Task.FromResult<IStoreReading>(new SqliteReading(files));

    public async Task ReplaceTenantAsync(TenantId tenant, string file, Func<Task> keepAsync, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(files.Folder(tenant));
        var prepared = Path.Combine(files.Folder(tenant), $"restoring-{Guid.NewGuid():N}.db");
        try
        {
            StoreFiles.Copy(file, prepared);
            if (await FindHeadAsync(files.Tenant(tenant), tenant, cancellationToken) is null)
            {
                // Nothing can be written over it, and how far its log had come is known to those who follow it.
                await keepAsync();
                await ContinueLogAsync(prepared, tenant, await ReadFollowedAsync(tenant, cancellationToken), cancellationToken);
                Remove(tenant);
                await OverwriteAsync(prepared, files.Tenant(tenant), NothingToKeep, cancellationToken);
                return;
            }
            await OverwriteAsync(prepared, files.Tenant(tenant), PrepareAsync, cancellationToken);
        }
        finally
        {
            File.Delete(prepared);
        }

        async Task PrepareAsync()
        {
            await keepAsync();
            await ContinueLogAsync(prepared, tenant, await FindHeadAsync(files.Tenant(tenant), tenant, cancellationToken) ?? 0, cancellationToken);
            await CountOnAsync(prepared, tenant, cancellationToken);
        }
    }

    public async Task<IReadOnlyDictionary<TenantId, string>> FillAsync(
        string countyFile, IReadOnlyList<(TenantId Tenant, string File)> tenants, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var failures = new Dictionary<TenantId, string>();
        var done = 0;
        foreach (var (tenant, file) in tenants)
        {
            Directory.CreateDirectory(files.Folder(tenant));
            Remove(tenant);
            try
            {
                await OverwriteAsync(file, files.Tenant(tenant), NothingToKeep, cancellationToken);
                progress.Report(++done);
            }
            catch (SqliteException exception) when (exception.SqliteErrorCode is Corrupt or NoDatabase)
            {
                failures.Add(tenant, exception.Message);
                Remove(tenant);
            }
        }
        await OverwriteAsync(countyFile, files.County, NothingToKeep, cancellationToken);
        return failures;
    }

    /// <summary>Opens a store file for reading and writing; one that is not there is not made.</summary>
    public static async Task<SqliteConnection> OpenAsync(string file, bool isNew, CancellationToken cancellationToken)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 60, Mode = isNew ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite };
        var connection = new SqliteConnection(text.ToString());
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 60000";
        await command.ExecuteNonQueryAsync(cancellationToken);
        return connection;
    }

    // The pages are written inside one transaction of the target, so other processes go on with their open connections: they see the old store or the new one.
    private static async Task OverwriteAsync(string source, string target, Func<Task> prepareAsync, CancellationToken cancellationToken)
    {
        await using var from = await OpenAsync(source, isNew: false, cancellationToken);
        await using var to = await OpenAsync(target, isNew: true, cancellationToken);
        using (var backup = raw.sqlite3_backup_init(to.Handle, "main", from.Handle, "main"))
        {
            // Copying no page yet takes the target's lock already: writers wait from here on, readers do not.
            Demand(raw.sqlite3_backup_step(backup, 0), to);
            await prepareAsync();
            Demand(raw.sqlite3_backup_step(backup, AllPages), to);
        }
        await using var command = to.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private static void Demand(int result, SqliteConnection connection)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(result, connection.Handle);
        }
    }

    private void Remove(TenantId tenant)
    {
        if (!File.Exists(files.Tenant(tenant)))
        {
            return;
        }
        stores.Release(tenant);
        foreach (var ending in new[] { "", "-wal", "-shm" })
        {
            File.Delete(files.Tenant(tenant) + ending);
        }
    }

    /// <returns>The highest number that the store's log has given; null when the store is missing or cannot be read.</returns>
    private static async Task<long?> FindHeadAsync(string file, TenantId tenant, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            return null;
        }
        try
        {
            await using var connection = await OpenAsync(file, isNew: false, cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT coalesce(max(last), 0) FROM change_counters WHERE tenant_id = $tenant";
            command.Parameters.AddWithValue("$tenant", tenant.Value);
            return (long)(await command.ExecuteScalarAsync(cancellationToken))!; // coalesce gives a number
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is NoTable or Corrupt or NoDatabase)
        {
            return null;
        }
    }

    private async Task CountOnAsync(string file, TenantId tenant, CancellationToken cancellationToken)
    {
        await using var db = stores.Open(tenant);
        await using var connection = await OpenAsync(file, isNew: false, cancellationToken);
        await ExecuteAsync(connection, $"ATTACH DATABASE '{files.Tenant(tenant).Replace("'", "''", StringComparison.Ordinal)}' AS replaced", cancellationToken);
        foreach (var counter in LastingCounters.Of(db.Model))
        {
            // A copy of an older program may have no such table yet; nothing was counted in it.
            if (await HasTableAsync(connection, "main", counter.Table, cancellationToken) && await HasTableAsync(connection, "replaced", counter.Table, cancellationToken))
            {
                await ExecuteAsync(connection, counter.Raise($"main.{counter.Table}", $"replaced.{counter.Table}", tenant, "max"), cancellationToken);
            }
        }
    }

    private static async Task<bool> HasTableAsync(SqliteConnection connection, string schema, string table, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {schema}.sqlite_master WHERE type = 'table' AND name = $table";
        command.Parameters.AddWithValue("$table", table);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))! > 0; // a count is a number
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<long> ReadFollowedAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(files.County, isNew: false, cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT coalesce(max(position), 0) FROM consumer_positions WHERE tenant_id = $tenant";
        command.Parameters.AddWithValue("$tenant", tenant.Value);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!; // coalesce gives a number
    }

    private async Task ContinueLogAsync(string file, TenantId tenant, long head, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(file, isNew: false, cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            INSERT INTO change_counters (tenant_id, last) VALUES ($tenant, max($head, coalesce((SELECT last FROM change_counters WHERE tenant_id = $tenant), 0)) + 1)
            ON CONFLICT (tenant_id) DO UPDATE SET last = excluded.last;
            INSERT INTO changes (tenant_id, sequence, kind, subject_id, data, actor, occurred_at)
            SELECT tenant_id, last, $kind, $subject, '{}', $actor, $now FROM change_counters WHERE tenant_id = $tenant;
            """;
        command.Parameters.AddWithValue("$tenant", tenant.Value);
        command.Parameters.AddWithValue("$head", head == 0 ? 0 : head + Margin);
        command.Parameters.AddWithValue("$kind", StoreChanges.Restored);
        command.Parameters.AddWithValue("$subject", StoreChanges.Subject);
        command.Parameters.AddWithValue("$actor", Actor.System.Name);
        command.Parameters.AddWithValue("$now", clock.GetUtcNow().ToUnixTimeMilliseconds());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
