using AgencyCMS.Modularity.Tenants;
using Microsoft.Extensions.Caching.Memory;

namespace AgencyCMS.Data.Stores;

/// <summary>
/// Keeps what was read of a tenant's store in memory until anything of the tenant changes, or nobody has asked for ten minutes. For what many pages need and is
/// the same for every reader; what is kept must not be changed.
/// </summary>
public sealed class TenantMemory(TenantGenerations generations, IMemoryCache memory)
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);

    /// <summary>What is kept, or what is read now. Within a transaction always the latter, since what it wrote may never be.</summary>
    /// <param name="db">The session with which is read; says whose it is.</param>
    /// <param name="read">Reads it.</param>
    public async ValueTask<T> GetAsync<T>(TenantDb db, Func<Task<T>> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(read);
        if (db.Database.CurrentTransaction is not null)
        {
            return await read();
        }
        // Taken before the reading: what changes meanwhile makes it outdated.
        var generation = generations.Of(new TenantId(db.CurrentTenantId));
        var key = (typeof(T), db.CurrentTenantId);
        if (memory.TryGetValue(key, out Kept<T>? kept) && kept?.Generation == generation)
        {
            return kept.Value;
        }
        var value = await read();
        memory.Set(key, new Kept<T>(generation, value), new MemoryCacheEntryOptions { SlidingExpiration = Idle });
        return value;
    }

    private sealed record Kept<T>(long Generation, T Value);
}
