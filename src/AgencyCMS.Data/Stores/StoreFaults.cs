using System.Collections.Concurrent;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Data.Stores;

/// <summary>Tenants whose store this node cannot use, such as a damaged file. They show a notice; all others run.</summary>
public sealed class StoreFaults
{
    private readonly ConcurrentDictionary<TenantId, string> _faults = new();

    /// <summary>Why each of them cannot be used.</summary>
    public IReadOnlyDictionary<TenantId, string> All => _faults;

    internal void Note(TenantId tenant, string reason) => _faults[tenant] = reason;

    internal bool Clear(TenantId tenant) => _faults.TryRemove(tenant, out _);

    /// <summary>The record with what is known of its store.</summary>
    internal Tenant Mark(Tenant tenant) => tenant with { Fault = _faults.GetValueOrDefault(tenant.Id) };
}
