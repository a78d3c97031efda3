using System.Collections.Frozen;

namespace AgencyCMS.Modularity.Tenants;

/// <summary>All tenants in memory: a frozen snapshot, swapped whole when one changes. Look-ups take no lock and touch no store.</summary>
public sealed class TenantDirectory
{
    private volatile Snapshot _current = new([]);

    /// <summary>Raised after a swap, with the tenants that are new, changed or gone.</summary>
    public event Action<IReadOnlyList<TenantId>>? Changed;

    /// <summary>Every tenant, by id; also those that do not run.</summary>
    public IReadOnlyList<Tenant> All => _current.All;

    /// <summary>The county office's tenant; null only before the county is set up.</summary>
    public Tenant? County => _current.County;

    /// <returns>Null when there is none.</returns>
    public Tenant? Find(TenantId id) => _current.ById.GetValueOrDefault(id);

    /// <returns>Null when there is none.</returns>
    public Tenant? FindByName(string name) => _current.ByName.GetValueOrDefault(name);

    /// <summary>The tenant with this host name of its own.</summary>
    public Tenant? FindByHost(string host) => _current.ByHost.GetValueOrDefault(host);

    /// <summary>The tenant under this first path segment of a default host.</summary>
    public Tenant? FindByPrefix(ReadOnlySpan<char> prefix) =>
        _current.PrefixLookup.TryGetValue(prefix, out var tenant) ? tenant : null;

    /// <summary>Swaps the snapshot.</summary>
    public void Replace(IEnumerable<Tenant> tenants)
    {
        var before = _current;
        var after = new Snapshot([.. tenants.OrderBy(tenant => tenant.Id.Value)]);
        _current = after;
        var changed = after.All.Where(tenant => before.ById.GetValueOrDefault(tenant.Id)?.Version != tenant.Version).Select(tenant => tenant.Id)
            .Concat(before.All.Where(tenant => !after.ById.ContainsKey(tenant.Id)).Select(tenant => tenant.Id)).ToList();
        if (changed.Count > 0)
        {
            Changed?.Invoke(changed);
        }
    }

    private sealed class Snapshot
    {
        public Snapshot(List<Tenant> all)
        {
            All = all;
            ById = all.ToFrozenDictionary(tenant => tenant.Id);
            ByName = all.ToFrozenDictionary(tenant => tenant.Name, StringComparer.OrdinalIgnoreCase);
            ByHost = all.SelectMany(tenant => tenant.Hosts.Select(host => (host, tenant)))
                .ToFrozenDictionary(pair => pair.host, pair => pair.tenant, StringComparer.OrdinalIgnoreCase);
            PrefixLookup = all.Where(tenant => tenant.Prefix is not null)
                .ToFrozenDictionary(tenant => tenant.Prefix!, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
            County = all.FirstOrDefault(tenant => tenant.IsCounty);
        }

        public List<Tenant> All { get; }
        public FrozenDictionary<TenantId, Tenant> ById { get; }
        public FrozenDictionary<string, Tenant> ByName { get; }
        public FrozenDictionary<string, Tenant> ByHost { get; }
        public FrozenDictionary<string, Tenant>.AlternateLookup<ReadOnlySpan<char>> PrefixLookup { get; }
        public Tenant? County { get; }
    }
}
