using AgencyCMS.Data.Stores;
using Npgsql;

namespace AgencyCMS.Data.County;

/// <summary>
/// Held, together with others, while a tenant is being made. Who holds it alone knows that nobody is making one, on any node: a tenant that is then still
/// in its making was left behind by a killed process, since the lock of such a process falls by itself.
/// </summary>
public sealed class ProvisioningLock(DataOptions options, StoreSessions stores)
{
    private const long AdvisoryKey = 0x41_43_4D_50; // "ACMP"
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Enters with others; waits while somebody cleans up.</summary>
    /// <returns>Dispose of it to leave.</returns>
    public async Task<IAsyncDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        if (options.Provider == DatabaseProvider.PostgreSql)
        {
            return (await TryLockAsync($"SELECT true FROM (SELECT pg_advisory_lock_shared({AdvisoryKey})) AS entered", cancellationToken))!; // it waits until it has it
        }
        IAsyncDisposable? entered;
        while ((entered = TryOpen(FileShare.Read)) is null)
        {
            await Task.Delay(Interval, cancellationToken);
        }
        return entered;
    }

    /// <summary>Enters alone.</summary>
    /// <returns>Null when somebody is in; else dispose of it to leave.</returns>
    public async Task<IAsyncDisposable?> TryEnterAloneAsync(CancellationToken cancellationToken) => options.Provider == DatabaseProvider.PostgreSql
        ? await TryLockAsync($"SELECT pg_try_advisory_lock({AdvisoryKey})", cancellationToken)
        : TryOpen(FileShare.None);

    private FileStream? TryOpen(FileShare share)
    {
        var path = Path.Combine(options.DataPath, "provisioning.lock");
        try
        {
            if (!File.Exists(path))
            {
                using var made = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
            }
            return new FileStream(path, FileMode.Open, FileAccess.Read, share);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    private async Task<IAsyncDisposable?> TryLockAsync(string sql, CancellationToken cancellationToken)
    {
        var connection = await stores.DataSource.OpenConnectionAsync(cancellationToken);
        var isHeld = false;
        try
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
            isHeld = (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
            return isHeld ? connection : null;
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
