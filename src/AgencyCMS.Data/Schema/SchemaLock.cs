using AgencyCMS.Data.Stores;

namespace AgencyCMS.Data.Schema;

/// <summary>Only one process upgrades at a time: an advisory lock on PostgreSQL, a locked file on SQLite. A killed process lets go by itself.</summary>
internal sealed class SchemaLock : IAsyncDisposable
{
    internal const long AdvisoryKey = 0x41_43_4D_53; // "ACMS"
    private static readonly SemaphoreSlim InProcess = new(1, 1);
    private FileStream? _file;
    private AdvisoryLock? _advisory;

    public static async Task<SchemaLock> TakeAsync(DataOptions options, StoreSessions stores, TimeProvider clock, CancellationToken cancellationToken)
    {
        await InProcess.WaitAsync(cancellationToken);
        var held = new SchemaLock();
        try
        {
            if (options.Provider == DatabaseProvider.PostgreSql)
            {
                held._advisory = await AdvisoryLock.TakeAsync(stores, AdvisoryKey, cancellationToken);
            }
            else
            {
                held._file = await LockFileAsync(Path.Combine(options.DataPath, "schema.lock"), clock, cancellationToken);
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
        if (_advisory is not null)
        {
            await _advisory.DisposeAsync();
        }
        InProcess.Release();
    }

    private static async Task<FileStream> LockFileAsync(string path, TimeProvider clock, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), clock, cancellationToken);
            }
        }
    }
}
