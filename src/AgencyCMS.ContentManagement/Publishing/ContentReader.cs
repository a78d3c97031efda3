using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>Reads content items of the current tenant. What readers get goes through <see cref="Visibility"/>.</summary>
public sealed class ContentReader(TenantDb db)
{
    /// <summary>When an item was published first, or what history says of that, and when the version that readers see took the place of an earlier one.</summary>
    /// <returns>Nulls for an item that is not public; no second moment for a first version.</returns>
    public async Task<(DateTimeOffset? First, DateTimeOffset? Last)> FindMomentsAsync(string contentItemId, CancellationToken cancellationToken)
    {
        var found = await db.Set<ContentItemRow>().AsNoTracking().Where(row => row.ContentItemId == contentItemId)
            .Join(db.Set<ContentVersionRow>(), row => row.PublishedVersionId, version => version.ContentItemVersionId, (row, version) => new { First = row.PublishedAt, version.Number, Last = version.PublishedAt })
            .FirstOrDefaultAsync(cancellationToken);
        return (found?.First, found?.Number > 1 ? found.Last : null);
    }

    /// <summary>An item's state; for staff.</summary>
    /// <returns>Null when there is no such item.</returns>
    public async Task<ContentItemRow?> FindRowAsync(string contentItemId, CancellationToken cancellationToken) =>
        await db.Set<ContentItemRow>().AsNoTracking().SingleOrDefaultAsync(row => row.ContentItemId == contentItemId, cancellationToken);

    /// <summary>The newest version, draft or not; for staff.</summary>
    /// <returns>Null when there is no such item.</returns>
    public async Task<ContentItem?> FindLatestAsync(string contentItemId, CancellationToken cancellationToken)
    {
        var row = await FindRowAsync(contentItemId, cancellationToken);
        return row is null ? null : await FindVersionAsync(row, row.LatestVersionId, cancellationToken);
    }

    /// <summary>The public version, if this reader may see it.</summary>
    /// <returns>Null when there is none, or none for this reader.</returns>
    public async Task<ContentItem?> FindPublishedAsync(string contentItemId, Actor actor, CancellationToken cancellationToken)
    {
        var found = await db.Set<ContentItemRow>().AsNoTracking().Where(Visibility.ReadableBy(actor)).Where(row => row.ContentItemId == contentItemId)
            .Join(db.Set<ContentVersionRow>(), row => row.PublishedVersionId, version => version.ContentItemVersionId, (row, version) => new { row, version })
            .SingleOrDefaultAsync(cancellationToken);
        return found?.version.ToItem(found.row);
    }

    /// <summary>Public versions of several items, as far as this reader may see them; in no order.</summary>
    public async Task<IReadOnlyList<ContentItem>> ListPublishedAsync(IReadOnlyCollection<string> contentItemIds, Actor actor, CancellationToken cancellationToken)
    {
        var ids = contentItemIds.ToList();
        var found = await db.Set<ContentItemRow>().AsNoTracking().Where(Visibility.ReadableBy(actor)).Where(row => ids.Contains(row.ContentItemId))
            .Join(db.Set<ContentVersionRow>(), row => row.PublishedVersionId, version => version.ContentItemVersionId, (row, version) => new { row, version })
            .ToListAsync(cancellationToken);
        return [.. found.Select(pair => pair.version.ToItem(pair.row))];
    }

    /// <summary>All versions of an item, newest first; for staff.</summary>
    public async Task<IReadOnlyList<ContentVersionRow>> ListVersionsAsync(string contentItemId, CancellationToken cancellationToken) =>
        await db.Set<ContentVersionRow>().AsNoTracking().Where(version => version.ContentItemId == contentItemId).OrderByDescending(version => version.Number).ToListAsync(cancellationToken);

    /// <summary>Number of a version within its item; for staff.</summary>
    /// <returns>Null when there is no such version.</returns>
    public async Task<int?> FindNumberAsync(string versionId, CancellationToken cancellationToken) =>
        await db.Set<ContentVersionRow>().Where(version => version.ContentItemVersionId == versionId).Select(version => (int?)version.Number).SingleOrDefaultAsync(cancellationToken);

    /// <summary>One version of an item; for staff.</summary>
    /// <returns>Null when the item has no such version.</returns>
    public async Task<ContentItem?> FindVersionAsync(ContentItemRow row, string versionId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        var version = await db.Set<ContentVersionRow>().AsNoTracking()
            .SingleOrDefaultAsync(version => version.ContentItemVersionId == versionId && version.ContentItemId == row.ContentItemId, cancellationToken);
        return version?.ToItem(row);
    }

    /// <summary>What an address leads to.</summary>
    /// <param name="path">Path below the tenant, with or without slashes at its ends.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The item and the address it has now (another one when the given is out of date); null when the address was never used.</returns>
    public async Task<(string ContentItemId, string CurrentPath)?> FindRouteAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        var wanted = ContentRoutes.Normalise(path);
        var found = await db.Set<ContentRouteRow>().AsNoTracking().Where(row => row.Path == wanted)
            .Join(db.Set<ContentRouteRow>().Where(row => row.IsCurrent), row => row.ContentItemId, current => current.ContentItemId, (row, current) => new { row.ContentItemId, current.Path })
            .FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : (found.ContentItemId, found.Path);
    }
}
