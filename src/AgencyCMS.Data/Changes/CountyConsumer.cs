using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Data.Changes;

/// <summary>A consumer with its effect in the county store: effect and position are one transaction, and of two nodes only one commits it.</summary>
public sealed class CountyConsumer<T>(T effect, StoreSessions stores) : IChangeConsumer
    where T : class, ICountyEffect
{
    public string Name => effect.Name;

    public bool IsPerNode => false;

    public async Task<long> ReadPositionAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        await using var db = stores.OpenCounty();
        return await db.Set<ConsumerPositionRow>().Where(row => row.Consumer == Name && row.TenantId == tenant.Id.Value).Select(row => row.Position).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task ApplyAsync(Tenant tenant, IReadOnlyList<Change> changes, long position, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        await using var db = stores.OpenCounty();
        var row = await db.Set<ConsumerPositionRow>().SingleOrDefaultAsync(row => row.Consumer == Name && row.TenantId == tenant.Id.Value, cancellationToken);
        if (row is null)
        {
            db.Add(new ConsumerPositionRow { Consumer = Name, TenantId = tenant.Id.Value, Position = position });
        }
        else
        {
            if (changes.Count > 0 && changes[0].Sequence <= row.Position && position > row.Position)
            {
                throw new DbUpdateConcurrencyException("Another node has applied these changes.");
            }
            row.Position = Math.Max(position, row.Position);
        }
        await effect.ApplyAsync(db, tenant, changes, cancellationToken);
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
