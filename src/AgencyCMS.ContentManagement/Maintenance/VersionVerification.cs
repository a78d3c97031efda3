using System.Runtime.CompilerServices;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Operations;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.ContentManagement.Maintenance;

/// <summary>The versions that an item names are there and are its own, and addresses lead to items.</summary>
internal sealed class VersionVerification(StoreSessions stores) : IVerification
{
    public string Name => "content.versions";

    public async IAsyncEnumerable<string> FindFaultsAsync(Tenant tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        await using var db = stores.Open(tenant.Id);
        var items = db.Set<ContentItemRow>().AsNoTracking();
        var versions = db.Set<ContentVersionRow>();
        var withoutPublic = items.Where(item => item.PublishedVersionId != null
            && !versions.Any(version => version.ContentItemVersionId == item.PublishedVersionId && version.ContentItemId == item.ContentItemId));
        await foreach (var id in withoutPublic.Select(item => item.ContentItemId).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return $"The item {id} is public, but its public version is not there.";
        }
        var withoutLatest = items.Where(item => !versions.Any(version => version.ContentItemVersionId == item.LatestVersionId && version.ContentItemId == item.ContentItemId));
        await foreach (var id in withoutLatest.Select(item => item.ContentItemId).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return $"The newest version of the item {id} is not there.";
        }
        // The type stands in the row and in the document, which the database does not read; whoever has two begins differently.
        var changed = items.Join(versions, item => item.LatestVersionId, version => version.ContentItemVersionId, (item, version) => new { item.ContentItemId, item.ContentType, version.Json })
            .Where(both => !both.Json.Contains("\"ContentType\":\"" + both.ContentType + "\""));
        await foreach (var both in changed.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (ContentItem.FromJson(both.Json).ContentType is var type && type != both.ContentType)
            {
                yield return $"The item {both.ContentItemId} is of the type {both.ContentType}, but its newest version says {type}.";
            }
        }
        var nowhere = db.Set<ContentRouteRow>().AsNoTracking().Where(route => !db.Set<ContentItemRow>().Any(item => item.ContentItemId == route.ContentItemId));
        await foreach (var path in nowhere.Select(route => route.Path).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return $"The address {path} leads to an item that is not there.";
        }
    }
}
