using Npgsql;

namespace AgencyCMS.Data.Stores;

/// <summary>Advisory locks of PostgreSQL, held by a connection of their own until disposed of; those of a killed process fall by themselves.</summary>
internal sealed class AdvisoryLock : IAsyncDisposable
{
    // Long enough for the slowest upgrade of somebody else.
    private const int PatienceSeconds = 600;
    private readonly NpgsqlConnection _connection;

    private AdvisoryLock(NpgsqlConnection connection) => _connection = connection;

    /// <summary>Waits until nobody else has it.</summary>
    public static async Task<AdvisoryLock> TakeAsync(StoreSessions stores, long key, CancellationToken cancellationToken) =>
        (await TryAsync(stores, "SELECT true FROM (SELECT pg_advisory_lock($1)) AS taken", key, cancellationToken))!; // it waits until it has it

    /// <summary>Waits until nobody has it alone.</summary>
    public static async Task<AdvisoryLock> ShareAsync(StoreSessions stores, long key, CancellationToken cancellationToken) =>
        (await TryAsync(stores, "SELECT true FROM (SELECT pg_advisory_lock_shared($1)) AS taken", key, cancellationToken))!; // as above

    /// <returns>Null when somebody else has it.</returns>
    public static Task<AdvisoryLock?> TryTakeAsync(StoreSessions stores, long key, CancellationToken cancellationToken) =>
        TryAsync(stores, "SELECT pg_try_advisory_lock($1)", key, cancellationToken);

    // A connection that goes back to the pool is cleared only when it is used again: without this, others would wait for that.
    public async ValueTask DisposeAsync()
    {
        await using (_connection)
        {
            await using var command = new NpgsqlCommand("SELECT pg_advisory_unlock_all()", _connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task<AdvisoryLock?> TryAsync(StoreSessions stores, string sql, long key, CancellationToken cancellationToken)
    {
        var connection = await stores.DataSource.OpenConnectionAsync(cancellationToken);
        var isHeld = false;
        try
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = PatienceSeconds, Parameters = { new() { Value = key } } };
            isHeld = (bool)(await command.ExecuteScalarAsync(cancellationToken))!; // it answers yes or no
            return isHeld ? new AdvisoryLock(connection) : null;
        }
        finally
        {
            if (!isHeld)
            {
                await connection.DisposeAsync();
            }
        }
    }
}
