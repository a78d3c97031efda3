using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.Domain;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Tenants.Storage;

/// <summary>What was done with each tenant, when and by whom. Lines are written in the transaction of what they tell of.</summary>
internal sealed class TenantHistory(StoreSessions stores, TimeProvider clock)
{
    /// <summary>Adds a line to a session that the caller saves.</summary>
    public void Add(CountyDb db, Tenant tenant, TenantAction action, TenantState before, TenantState after, string detail, Actor actor) => db.Add(new TenantEventRow
    {
        TenantId = tenant.Id.Value,
        TenantName = tenant.Name,
        Action = action,
        StateBefore = before,
        StateAfter = after,
        Detail = detail,
        Actor = actor.Name,
        OccurredAt = clock.GetUtcNow(),
    });

    /// <summary>Writes a line about something that changes no record.</summary>
    public async Task WriteAsync(Tenant tenant, TenantAction action, Actor actor, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        Add(db, tenant, action, tenant.State, tenant.State, "", actor);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <returns>The newest lines first.</returns>
    public async Task<IReadOnlyList<TenantEventRow>> ReadAsync(TenantId tenant, int limit, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        return await db.Set<TenantEventRow>().AsNoTracking().Where(row => row.TenantId == tenant.Value).OrderByDescending(row => row.Id).Take(limit).ToListAsync(cancellationToken);
    }

    /// <returns>The latest line of that kind; null when there is none.</returns>
    public async Task<TenantEventRow?> FindLastAsync(TenantId tenant, TenantAction action, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        return await db.Set<TenantEventRow>().AsNoTracking().Where(row => row.TenantId == tenant.Value && row.Action == action).OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <returns>The state that a deleted tenant had before; null when the history does not tell.</returns>
    public async Task<TenantState?> FindStateBeforeDeletionAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        return await db.Set<TenantEventRow>().Where(row => row.TenantId == tenant.Value && row.Action == TenantAction.Deleted)
            .OrderByDescending(row => row.Id).Select(row => (TenantState?)row.StateBefore).FirstOrDefaultAsync(cancellationToken);
    }
}
