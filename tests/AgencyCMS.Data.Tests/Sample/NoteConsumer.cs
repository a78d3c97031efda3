using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Data.Tests.Sample;

/// <summary>The platform's consumer of county effects, with the mishaps of a test before and after it.</summary>
internal sealed class NoteConsumer(CountyConsumer<NoteEffect> inner, StoreSessions stores, Mishaps mishaps) : IChangeConsumer
{
    public string Name => inner.Name;

    public bool IsPerNode => inner.IsPerNode;

    public Task<long> ReadPositionAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        mishaps.At(ConsumerStep.ReadPosition, []);
        return inner.ReadPositionAsync(tenant, cancellationToken);
    }

    public async Task ApplyAsync(Tenant tenant, IReadOnlyList<Change> changes, long position, CancellationToken cancellationToken)
    {
        mishaps.At(ConsumerStep.BeforeApply, changes);
        await inner.ApplyAsync(tenant, changes, position, cancellationToken);
        mishaps.At(ConsumerStep.AfterCommit, changes);
    }

    /// <summary>Numbers of the applied changes, in the order in which they were applied.</summary>
    public async Task<IReadOnlyList<long>> AppliedAsync(Tenant tenant)
    {
        await using var db = stores.OpenCounty();
        return await db.Set<NoteRow>().Where(row => row.TenantId == tenant.Id.Value).OrderBy(row => row.Id).Select(row => row.Sequence).ToListAsync();
    }
}
