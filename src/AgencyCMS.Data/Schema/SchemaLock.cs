using AgencyCMS.Data.Stores;
using Npgsql;

namespace AgencyCMS.Data.Schema;

/// <summary>Only one process upgrades at a time: an advisory lock on PostgreSQL, a locked file on SQLite. A killed process lets go by itself.</summary>
internal sealed class SchemaLock : IAsyncDisposable
{
    internal const long AdvisoryKey = 0x41_43_4D_53; // "ACMS"
    private static readonly SemaphoreSlim InProcess = new(1, 1);
    private FileStream? _file;
    private NpgsqlConnection? _connection;

    public static async Task<SchemaLock> TakeAsync(DataOptions options, StoreSessions stores, CancellationToken cancellationToken)
    {
        await InProcess.WaitAsync(cancellationToken);
        var held = new SchemaLock();
        try
        {
            if (options.Provider == DatabaseProvider.PostgreSql)
            {
                held._connection = await stores.DataSource.OpenConnectionAsync(cancellationToken);
                await using var command = new NpgsqlCommand($"SELECT pg_advisory_lock({AdvisoryKey})", held._connection) { CommandTimeout = 600 };
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
            else
            {
                held._file = await LockFileAsync(Path.Combine(options.DataPath, "schema.lock"), cancellationToken);
            }
            return held;
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _file?.Dispose();
        if (_connection is not null)
        {
            await ReleaseAsync(_connection);
        }
        InProcess.Release();
    }

    // A connection that goes back to the pool is cleared only when it is used again: without this, other nodes would wait for that.
    private static async Task ReleaseAsync(NpgsqlConnection connection)
    {
        await using (connection)
        {
            await using var command = new NpgsqlCommand("SELECT pg_advisory_unlock_all()", connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task<FileStream> LockFileAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
            }
        }
    }
}
