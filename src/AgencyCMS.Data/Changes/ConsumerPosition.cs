using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Data.Changes;

/// <summary>Position of a consumer that nodes share, kept in the county store.</summary>
internal static class ConsumerPosition
{
    public static Task<long> ReadAsync(CountyDb db, string consumer, TenantId tenant, CancellationToken cancellationToken) =>
        Of(db, consumer, tenant).Select(row => row.Position).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Locks the position until the current transaction ends, so that of several nodes one works at a time.</summary>
    /// <returns>The position.</returns>
    public static async Task<long> LockAsync(CountyDb db, string consumer, TenantId tenant, CancellationToken cancellationToken)
    {
        var table = db.Database.IsNpgsql() ? StoreNames.CountySchema + ".consumer_positions" : "consumer_positions";
        // The names are constants; the values are parameters.
#pragma warning disable EF1002
        var rows = await db.Database.SqlQueryRaw<long>(
            $$"""
            INSERT INTO {{table}} (consumer, tenant_id, position) VALUES ({0}, {1}, 0)
            ON CONFLICT (consumer, tenant_id) DO UPDATE SET position = {{table}}.position RETURNING position AS "Value"
            """,
            consumer,
            tenant.Value).ToListAsync(cancellationToken);
#pragma warning restore EF1002
        return rows.Single();
    }

    public static Task MoveAsync(CountyDb db, string consumer, TenantId tenant, long position) =>
        Of(db, consumer, tenant).ExecuteUpdateAsync(set => set.SetProperty(row => row.Position, position), CancellationToken.None);

    private static IQueryable<ConsumerPositionRow> Of(CountyDb db, string consumer, TenantId tenant) =>
        db.Set<ConsumerPositionRow>().Where(row => row.Consumer == consumer && row.TenantId == tenant.Value);
}
