using Microsoft.Extensions.Caching.Memory;

namespace AgencyCMS.Modularity.Tenants;

/// <summary>
/// Keeps what was read of a tenant's store in memory until anything of the tenant changes, or nobody has asked for ten minutes. For what many pages need and is
/// the same for every reader; what is kept must not be changed.
/// </summary>
public sealed class TenantMemory(TenantGenerations generations, IMemoryCache memory)
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);

    /// <summary>What is kept, or what is read now.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="read">Reads committed data only.</param>
    public async ValueTask<T> GetAsync<T>(TenantId tenant, Func<Task<T>> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        // Taken before the reading: what changes meanwhile makes it outdated.
        var generation = generations.Of(tenant);
        var key = (typeof(T), tenant);
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
