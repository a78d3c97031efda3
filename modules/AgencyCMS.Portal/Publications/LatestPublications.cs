using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Portal.Publications;

/// <summary>What the county's agencies have published lately.</summary>
internal sealed class LatestPublications(CountyDb db, TenantDirectory directory)
{
    /// <summary>The newest items of running tenants.</summary>
    public async Task<IReadOnlyList<LatestPublication>> ReadAsync(int count, CancellationToken cancellationToken)
    {
        // Chosen by the store: an agency that was suspended or removed may have left thousands of newer ones.
        var shown = directory.All.Where(tenant => tenant.IsRunning).Select(tenant => tenant.Id.Value).ToList();
        var rows = await db.Set<PublicationRow>().AsNoTracking().Where(row => shown.Contains(row.TenantId))
            .OrderByDescending(row => row.PublishedAt).ThenBy(row => row.TenantId).ThenBy(row => row.ContentItemId).Take(count).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => (row, tenant: directory.Find(new TenantId(row.TenantId)))).Where(pair => pair.tenant is { IsRunning: true })
                .Select(pair => new LatestPublication(pair.row.Title, pair.tenant!, pair.row.Path, pair.row.PublishedAt)), // the filter above leaves no null
        ];
    }
}

/// <summary>An item on the portal.</summary>
internal sealed record LatestPublication(string Title, Tenant Agency, string Path, DateTimeOffset PublishedAt);
