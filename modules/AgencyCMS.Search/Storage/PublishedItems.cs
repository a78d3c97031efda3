using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Search.Storage;

/// <summary>Reads what a tenant has published and can be found: items with an address.</summary>
internal static class PublishedItems
{
    /// <summary>Those of the items that are published and have an address.</summary>
    public static async Task<IReadOnlyList<PublishedItem>> ReadAsync(TenantDb db, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken)
    {
        var ids = itemIds.ToList();
        return await Join(db, db.Set<ContentItemRow>().Where(row => ids.Contains(row.ContentItemId))).ToListAsync(cancellationToken);
    }

    /// <summary>The next items in the order of their ids.</summary>
    /// <param name="db">The tenant's store.</param>
    /// <param name="after">Id of the last item known; empty to begin.</param>
    /// <param name="limit">At most this many, 1 or more.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<IReadOnlyList<PublishedItem>> ReadAfterAsync(TenantDb db, string after, int limit, CancellationToken cancellationToken) =>
        await Join(db, db.Set<ContentItemRow>().Where(row => row.ContentItemId.CompareTo(after) > 0))
            .OrderBy(item => item.Row.ContentItemId).Take(limit).ToListAsync(cancellationToken);

    /// <summary>Ids and versions of all of them.</summary>
    /// <param name="db">The tenant's store.</param>
    /// <param name="publicOnly">Leave out what is for staff.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Version id by item id.</returns>
    public static async Task<Dictionary<string, string>> ReadIdentitiesAsync(TenantDb db, bool publicOnly, CancellationToken cancellationToken) =>
        await db.Set<ContentItemRow>().AsNoTracking()
            .Where(row => row.PublishedVersionId != null && (!publicOnly || row.Audience == Audience.Public))
            .Where(row => db.Set<ContentRouteRow>().Any(route => route.ContentItemId == row.ContentItemId && route.IsCurrent))
            .ToDictionaryAsync(row => row.ContentItemId, row => row.PublishedVersionId!, StringComparer.Ordinal, cancellationToken);

    /// <summary>Of some items those that the reader may see now, whatever an index says.</summary>
    /// <returns>Id of the public version by item id.</returns>
    public static async Task<Dictionary<string, string>> ReadableAsync(TenantDb db, IReadOnlyCollection<string> itemIds, Actor actor, CancellationToken cancellationToken)
    {
        var ids = itemIds.ToList();
        return await db.Set<ContentItemRow>().AsNoTracking().Where(Visibility.ReadableBy(actor)).Where(row => ids.Contains(row.ContentItemId))
            .ToDictionaryAsync(row => row.ContentItemId, row => row.PublishedVersionId!, StringComparer.Ordinal, cancellationToken);
    }

    private static IQueryable<PublishedItem> Join(TenantDb db, IQueryable<ContentItemRow> rows) =>
        from row in rows.AsNoTracking()
        join version in db.Set<ContentVersionRow>().AsNoTracking() on row.PublishedVersionId equals version.ContentItemVersionId
        join route in db.Set<ContentRouteRow>().AsNoTracking().Where(route => route.IsCurrent) on row.ContentItemId equals route.ContentItemId
        select new PublishedItem { Row = row, Version = version, Path = route.Path };
}
