using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Portal.Publications;

/// <summary>
/// Keeps the portal's list. It writes what the item is now, not what the change said, so that applying a change twice or late does no harm.
/// </summary>
internal sealed class PublicationsEffect(TenantScopes scopes) : ICountyEffect
{
    private const string ContentType = "Disclosure";
    private const int ItemsAtOnce = 500;

    public string Name => "portal.publications";

    public async Task ApplyAsync(CountyDb db, Tenant tenant, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        await using var scope = scopes.Open(tenant, Actor.Service("portal"));
        var ids = changes.Any(change => change.Kind == StoreChanges.Restored)
            ? await ListAllAsync(db, scope.ServiceProvider.GetRequiredService<TenantDb>(), tenant, cancellationToken)
            : [.. changes.Where(change => change.Kind is ContentChanges.Published or ContentChanges.Withdrawn)
                .Where(change => ContentChangeData.Read(change).ContentType == ContentType).Select(change => change.SubjectId).Distinct(StringComparer.Ordinal)];
        foreach (var portion in ids.Chunk(ItemsAtOnce))
        {
            // Only what an anonymous reader may see belongs on the portal.
            var items = await scope.ServiceProvider.GetRequiredService<ContentReader>().ListPublishedAsync(portion, Actor.Anonymous, cancellationToken);
            await WriteAsync(db, tenant, portion, items, await ReadMomentsAsync(scope.ServiceProvider.GetRequiredService<TenantDb>(), portion, cancellationToken), cancellationToken);
        }
    }

    // The store came from a backup: whatever is in it or on the list may differ from what earlier changes told.
    private static async Task<IReadOnlyList<string>> ListAllAsync(CountyDb db, TenantDb store, Tenant tenant, CancellationToken cancellationToken)
    {
        var there = await store.Set<ContentItemRow>().AsNoTracking().Where(row => row.ContentType == ContentType && row.PublishedVersionId != null)
            .Select(row => row.ContentItemId).ToListAsync(cancellationToken);
        var listed = await db.Set<PublicationRow>().AsNoTracking().Where(row => row.TenantId == tenant.Id.Value).Select(row => row.ContentItemId).ToListAsync(cancellationToken);
        return [.. there.Union(listed, StringComparer.Ordinal)];
    }

    // Of the first publication, as the agency's own lists say it: a correction is no news.
    private static Task<Dictionary<string, DateTimeOffset?>> ReadMomentsAsync(TenantDb store, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        store.Set<ContentItemRow>().AsNoTracking().Where(row => ids.Contains(row.ContentItemId)).ToDictionaryAsync(row => row.ContentItemId, row => row.PublishedAt, StringComparer.Ordinal, cancellationToken);

    private static async Task WriteAsync(
        CountyDb db, Tenant tenant, IReadOnlyCollection<string> ids, IReadOnlyList<ContentItem> items, Dictionary<string, DateTimeOffset?> moments, CancellationToken cancellationToken)
    {
        var rows = await db.Set<PublicationRow>().Where(row => row.TenantId == tenant.Id.Value && ids.Contains(row.ContentItemId)).ToDictionaryAsync(row => row.ContentItemId, cancellationToken);
        foreach (var item in items)
        {
            if (!rows.Remove(item.ContentItemId, out var row))
            {
                row = new PublicationRow { TenantId = tenant.Id.Value, ContentItemId = item.ContentItemId };
                db.Add(row);
            }
            row.Title = item.DisplayText ?? "";
            row.Path = ContentRoutes.PathOf(item) ?? "";
            row.PublishedAt = moments.GetValueOrDefault(item.ContentItemId) ?? item.PublishedUtc ?? item.ModifiedUtc ?? DateTimeOffset.UnixEpoch;
        }
        db.RemoveRange(rows.Values);
    }
}
