using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Data.Changes;

/// <summary>
/// A consumer with its effect in the county store: effect and position are one transaction, and of two nodes only one commits it. A change that was set aside
/// leaves its place among the failures in that transaction, too.
/// </summary>
public sealed class CountyConsumer<T>(T effect, StoreSessions stores, TenantDirectory directory) : IChangeConsumer
    where T : class, ICountyEffect
{
    public string Name => effect.Name;

    public bool IsPerNode => false;

    public async Task<long> ReadPositionAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        await using var db = stores.OpenCounty();
        return await ConsumerPosition.ReadAsync(db, Name, tenant.Id, cancellationToken);
    }

    /// <exception cref="DbUpdateConcurrencyException">Another node has applied these changes.</exception>
    public async Task ApplyAsync(Tenant tenant, IReadOnlyList<Change> changes, long position, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(changes);
        await using var db = stores.OpenCounty();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var reached = await ConsumerPosition.LockAsync(db, Name, tenant.Id, cancellationToken);
        if (changes.Count > 0 && changes[0].Sequence <= reached)
        {
            await TakeFromFailuresAsync(db, tenant, changes, cancellationToken);
        }
        if (changes.Count > 0)
        {
            await effect.ApplyAsync(db, tenant, changes, cancellationToken);
            // The county's pages were made anew when the change itself was announced, perhaps before this.
            db.Announces = await db.SaveChangesAsync(CancellationToken.None) > 0 ? directory.County?.Id : null;
        }
        if (position > reached)
        {
            await ConsumerPosition.MoveAsync(db, Name, tenant.Id, position);
        }
        await transaction.CommitAsync(CancellationToken.None);
    }

    // Behind the position only what was set aside is left to do.
    private async Task TakeFromFailuresAsync(CountyDb db, Tenant tenant, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        var sequences = changes.Select(change => change.Sequence).ToList();
        var taken = await db.Set<ChangeFailureRow>()
            .Where(row => row.Consumer == Name && row.TenantId == tenant.Id.Value && row.Node == "" && sequences.Contains(row.Sequence))
            .ExecuteDeleteAsync(cancellationToken);
        if (taken != sequences.Count)
        {
            throw new DbUpdateConcurrencyException("Another node has applied these changes.");
        }
    }
}
