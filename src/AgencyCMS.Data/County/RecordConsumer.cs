using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Data.County;

/// <summary>Writes into the tenants' records what their stores have decided and a process that ended too soon could not write.</summary>
public sealed class RecordConsumer(StoreSessions stores, TenantDirectory directory, TenantRecords records) : IChangeConsumer
{
    private readonly CountyConsumer<Effect> _inner = new(new Effect(), stores, directory);

    public string Name => _inner.Name;

    public bool IsPerNode => false;

    public Task<long> ReadPositionAsync(Tenant tenant, CancellationToken cancellationToken) => _inner.ReadPositionAsync(tenant, cancellationToken);

    public async Task ApplyAsync(Tenant tenant, IReadOnlyList<Change> changes, long position, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        await _inner.ApplyAsync(tenant, changes, position, cancellationToken);
        if (changes.Any(change => change.Kind == RecordChange.Kind))
        {
            await records.LoadAsync(cancellationToken);
        }
    }

    private sealed class Effect : ICountyEffect
    {
        public string Name => "tenants.records";

        public async Task ApplyAsync(CountyDb db, Tenant tenant, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
        {
            var decided = changes.Where(change => change.Kind == RecordChange.Kind).ToList();
            if (decided.Count == 0 || await db.Set<TenantRow>().Include(row => row.Hosts).SingleOrDefaultAsync(row => row.Id == tenant.Id.Value, cancellationToken) is not { } row)
            {
                return;
            }
            if (decided.Count(change => RecordChange.Apply(change, row)) > 0)
            {
                await TenantRecords.AnnounceAsync(db);
            }
        }
    }
}
