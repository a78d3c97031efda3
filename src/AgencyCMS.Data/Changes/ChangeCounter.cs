using AgencyCMS.Data.Stores;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Data.Changes;

internal static class ChangeCounter
{
    /// <summary>Draws numbers inside the current transaction and locks the counter until its end.</summary>
    /// <returns>The last number drawn.</returns>
    public static async Task<long> TakeAsync(TenantDb db, int count, CancellationToken cancellationToken)
    {
        var table = db.Database.IsNpgsql() ? StoreNames.TenantSchema + ".change_counters" : "change_counters";
        // The names are constants; the values are parameters.
#pragma warning disable EF1002
        var rows = await db.Database.SqlQueryRaw<long>(
            $$"""
            INSERT INTO {{table}} (tenant_id, last) VALUES ({0}, {1})
            ON CONFLICT (tenant_id) DO UPDATE SET last = {{table}}.last + {1} RETURNING last AS "Value"
            """,
            db.CurrentTenantId,
            count).ToListAsync(cancellationToken);
#pragma warning restore EF1002
        return rows.Single();
    }
}
