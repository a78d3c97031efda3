using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Portal.Publications;

/// <summary>What the county's agencies have published lately.</summary>
internal sealed class LatestPublications(CountyDb db, TenantDirectory directory)
{
    private const int Reserve = 50;

    /// <summary>The newest items of running tenants.</summary>
    public async Task<IReadOnlyList<LatestPublication>> ReadAsync(int count, CancellationToken cancellationToken)
    {
        // Items of a suspended agency are passed over; the reserve keeps that from shortening the list.
        var rows = await db.Set<PublicationRow>().AsNoTracking().OrderByDescending(row => row.PublishedAt).Take(count + Reserve).ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row, tenant: directory.Find(new TenantId(row.TenantId)))).Where(pair => pair.tenant is { IsRunning: true })
            .Select(pair => new LatestPublication(pair.row.Title, pair.tenant!, pair.row.Path, pair.row.PublishedAt)).Take(count)]; // the filter above leaves no null
    }
}

/// <summary>An item on the portal.</summary>
internal sealed record LatestPublication(string Title, Tenant Agency, string Path, DateTimeOffset PublishedAt);
