using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Recipes.Kept;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.ContentManagement.Recipes.Content;

/// <summary>
/// The pages that a set-up recipe brings are there so that no menu leads nowhere. As long as nobody has written into one, it gives way to the page that a recipe from
/// elsewhere brings for its address: the export of a site can be taken over by a new one.
/// </summary>
internal sealed class SetUpPages(TenantDb db, PublishingGate gate, KeptDocuments documents, TimeProvider clock)
{
    private const string Reason = "Its address was given to the page that a recipe brought. 其网址已让与配方带来的页面。";

    /// <summary>Notes a version that a set-up recipe makes public at an address; saved with the session.</summary>
    internal Task NoteAsync(ContentItemRow row, ContentVersionRow version, CancellationToken cancellationToken) =>
        documents.PutAsync(KeptCollections.SetUp, row.ContentItemId, JsonValue.Create(version.ContentItemVersionId), cancellationToken);

    /// <summary>Frees the address that an item asks for, if a page of the set-up has it on which nobody has worked since.</summary>
    /// <returns>True when a page has given way.</returns>
    internal async Task<bool> GiveWayAsync(ContentItem item, Actor actor, CancellationToken cancellationToken)
    {
        if (ContentRoutes.PathOf(item) is not { } path || await FindOtherAsync(path, item, cancellationToken) is not { } other)
        {
            return false;
        }
        var made = await documents.FindAsync(KeptCollections.SetUp, other.ContentItemId, cancellationToken);
        if (made?.GetValue<string>() != other.LatestVersionId || other.PublishAt is not null)
        {
            return false;
        }
        if (other.PublishedVersionId is not null)
        {
            await gate.StageWithdrawalAsync([other], Reason, clock.GetUtcNow(), actor);
        }
        db.RemoveRange(await db.Set<ContentRouteRow>().Where(route => route.ContentItemId == other.ContentItemId).ToListAsync(cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private Task<ContentItemRow?> FindOtherAsync(string path, ContentItem item, CancellationToken cancellationToken) => db.Set<ContentItemRow>().FirstOrDefaultAsync(
        row => row.ContentItemId != item.ContentItemId && row.ContentType == item.ContentType && db.Set<ContentRouteRow>().Any(route => route.Path == path && route.ContentItemId == row.ContentItemId),
        cancellationToken);
}
