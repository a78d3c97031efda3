using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Data.County;

/// <summary>
/// Locks by name among all processes on the same data: for background work that one of them must do and no two at once. The lock of a killed process falls
/// by itself, so another can take the work over.
/// </summary>
public sealed class WorkLocks(DataOptions options, StoreSessions stores)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(20);

    /// <param name="name">Lower-case letters, digits and hyphens.</param>
    /// <param name="cancellationToken">Stops the asking.</param>
    /// <returns>Null when somebody holds it; else dispose of it to let go.</returns>
    public async Task<IAsyncDisposable?> TryTakeAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return options.Provider == DatabaseProvider.PostgreSql ? await AdvisoryLock.TryTakeAsync(stores, KeyOf(name), cancellationToken) : TryOpen(name);
    }

    /// <summary>Waits until nobody holds it.</summary>
    public async Task<IAsyncDisposable> TakeAsync(string name, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await TryTakeAsync(name, cancellationToken) is { } taken)
            {
                return taken;
            }
            await Task.Delay(Patience, cancellationToken);
        }
    }

    /// <summary>What long work of the platform holds for each portion that it writes into a tenant's store, and whoever replaces the store holds meanwhile.</summary>
    public static string NameOfWriting(TenantId tenant) => "writing-" + tenant;

    private static long KeyOf(string name) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes("work " + name)));

    private FileStream? TryOpen(string name)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(options.DataPath, "locks")).FullName, name + ".lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }
}
