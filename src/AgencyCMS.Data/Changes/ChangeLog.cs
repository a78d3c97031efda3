using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Data.Changes;

/// <summary>Reads tenants' change logs.</summary>
public sealed class ChangeLog(StoreSessions stores)
{
    /// <summary>The changes after a position, in order.</summary>
    /// <param name="tenant">Whose log.</param>
    /// <param name="position">Number of the last change already known; 0 for none.</param>
    /// <param name="limit">At most this many, 1 or more.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<Change>> ReadAsync(TenantId tenant, long position, int limit, CancellationToken cancellationToken)
    {
        await using var db = stores.Open(tenant);
        var rows = await db.Set<ChangeRow>().AsNoTracking().Where(row => row.Sequence > position).OrderBy(row => row.Sequence).Take(limit).ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToChange())];
    }

    /// <returns>Number of the last change; 0 when there is none.</returns>
    public async Task<long> ReadHeadAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var db = stores.Open(tenant);
        return await db.Set<ChangeCounterRow>().Select(row => row.Last).SingleOrDefaultAsync(cancellationToken);
    }
}
