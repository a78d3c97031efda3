using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Portal.Publications;

/// <summary>What the county's agencies have published lately.</summary>
internal sealed class LatestPublications(CountyDb db, TenantDirectory directory)
{
    private const int Batch = 64;

    /// <summary>The newest items of running tenants.</summary>
    public async Task<IReadOnlyList<LatestPublication>> ReadAsync(int count, CancellationToken cancellationToken)
    {
        var found = new List<LatestPublication>();
        var isMore = true;
        // Items of a suspended agency are passed over, however many the newest are: it may have imported thousands at once.
        for (var skip = 0; isMore && found.Count < count; skip += Batch)
        {
            var rows = await Newest().Skip(skip).Take(Batch).ToListAsync(cancellationToken);
            found.AddRange(rows.Select(row => (row, tenant: directory.Find(new TenantId(row.TenantId)))).Where(pair => pair.tenant is { IsRunning: true })
                .Select(pair => new LatestPublication(pair.row.Title, pair.tenant!, pair.row.Path, pair.row.PublishedAt))); // the filter above leaves no null
            isMore = rows.Count == Batch;
        }
        return [.. found.Take(count)];
    }

    private IQueryable<PublicationRow> Newest() =>
        db.Set<PublicationRow>().AsNoTracking().OrderByDescending(row => row.PublishedAt).ThenBy(row => row.TenantId).ThenBy(row => row.ContentItemId);
}

/// <summary>An item on the portal.</summary>
internal sealed record LatestPublication(string Title, Tenant Agency, string Path, DateTimeOffset PublishedAt);
