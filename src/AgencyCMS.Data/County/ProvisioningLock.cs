using AgencyCMS.Data.Stores;

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
            return await AdvisoryLock.ShareAsync(stores, AdvisoryKey, cancellationToken);
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
        ? await AdvisoryLock.TryTakeAsync(stores, AdvisoryKey, cancellationToken)
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
}
