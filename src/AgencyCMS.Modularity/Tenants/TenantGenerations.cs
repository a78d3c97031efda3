using System.Collections.Concurrent;

namespace AgencyCMS.Modularity.Tenants;

/// <summary>
/// Counts, in this process, how often anything of a tenant has changed. What is kept in memory carries the number at which its making began and is not used
/// once the number has moved on; so a page that was being made while something changed is never shown again.
/// </summary>
public sealed class TenantGenerations
{
    private readonly ConcurrentDictionary<TenantId, long> _generations = new();
    private readonly TenantDirectory _directory;
    private long _all;

    public TenantGenerations(TenantDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        _directory = directory;
        directory.Changed += tenants =>
        {
            foreach (var tenant in tenants)
            {
                Advance(tenant);
            }
        };
    }

    /// <summary>Raised after the number of a tenant has moved on; handlers must not block or throw.</summary>
    public event Action<TenantId>? Advanced;

    /// <summary>Number of changes over all tenants.</summary>
    public long All => Interlocked.Read(ref _all);

    /// <summary>Number of changes of one tenant.</summary>
    public long Of(TenantId tenant) => _generations.GetValueOrDefault(tenant);

    /// <summary>Something of the tenant has changed. Called after the commit; costs nothing.</summary>
    public void Advance(TenantId tenant)
    {
        _generations.AddOrUpdate(tenant, 1, (_, number) => number + 1);
        Interlocked.Increment(ref _all);
        Advanced?.Invoke(tenant);
    }

    /// <summary>Something of any tenant may have changed.</summary>
    public void AdvanceAll()
    {
        foreach (var tenant in _directory.All)
        {
            Advance(tenant.Id);
        }
    }
}
