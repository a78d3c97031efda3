using AgencyCMS.Content.Items;
using AgencyCMS.Content.Publishing;
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
    public string Name => "portal.publications";

    public async Task ApplyAsync(CountyDb db, Tenant tenant, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        var ids = changes.Where(change => change.Kind is ContentChanges.Published or ContentChanges.Withdrawn)
            .Where(change => ContentChangeData.Read(change).ContentType == "Disclosure").Select(change => change.SubjectId).Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count == 0)
        {
            return;
        }
        IReadOnlyList<ContentItem> items;
        await using (var scope = scopes.Open(tenant, Actor.Service("portal")))
        {
            // Only what an anonymous reader may see belongs on the portal.
            items = await scope.ServiceProvider.GetRequiredService<ContentReader>().ListPublishedAsync(ids, Actor.Anonymous, cancellationToken);
        }
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
            row.PublishedAt = item.PublishedUtc ?? item.ModifiedUtc ?? DateTimeOffset.UnixEpoch;
        }
        db.RemoveRange(rows.Values);
    }
}
