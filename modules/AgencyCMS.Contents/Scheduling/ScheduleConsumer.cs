using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Contents.Scheduling;

/// <summary>Writes the due moments and wakes the runner once they are written.</summary>
internal sealed class ScheduleConsumer(StoreSessions stores, TenantDirectory directory, ScheduleBell bell) : IChangeConsumer
{
    private readonly CountyConsumer<ScheduleEffect> _inner = new(new ScheduleEffect(stores), stores, directory);

    public string Name => _inner.Name;

    public bool IsPerNode => false;

    public Task<long> ReadPositionAsync(Tenant tenant, CancellationToken cancellationToken) => _inner.ReadPositionAsync(tenant, cancellationToken);

    public async Task ApplyAsync(Tenant tenant, IReadOnlyList<Change> changes, long position, CancellationToken cancellationToken)
    {
        await _inner.ApplyAsync(tenant, changes, position, cancellationToken);
        bell.Ring();
    }
}
