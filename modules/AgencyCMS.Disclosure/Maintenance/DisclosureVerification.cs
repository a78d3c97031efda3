using System.Runtime.CompilerServices;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Contracts;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Operations;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Disclosure.Maintenance;

/// <summary>The rows that lists are read from are those of the public disclosures, no more and no fewer, and say what those say.</summary>
internal sealed class DisclosureVerification(StoreSessions stores) : IVerification
{
    // As it stands in the stored documents, which are written without spaces.
    private const string Part = "\"DisclosurePart\":";

    public string Name => "disclosure.rows";

    public async IAsyncEnumerable<string> FindFaultsAsync(Tenant tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        await using var db = stores.Open(tenant.Id);
        var rows = db.Set<DisclosureRow>().AsNoTracking();
        var publicItems = db.Set<ContentItemRow>().AsNoTracking().Where(item => item.PublishedVersionId != null);
        var superfluous = rows.Where(row => !publicItems.Any(item => item.ContentItemId == row.ContentItemId));
        await foreach (var id in superfluous.Select(row => row.ContentItemId).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return $"The item {id} stands in the lists, but is not public.";
        }
        var missing = from item in publicItems
                      join version in db.Set<ContentVersionRow>() on item.PublishedVersionId equals version.ContentItemVersionId
                      where version.Json.Contains(Part) && !rows.Any(row => row.ContentItemId == item.ContentItemId)
                      select item.ContentItemId;
        await foreach (var id in missing.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return $"The disclosure {id} is public, but missing in the lists.";
        }
        var listed = from item in publicItems
                     join version in db.Set<ContentVersionRow>() on item.PublishedVersionId equals version.ContentItemVersionId
                     join row in rows on item.ContentItemId equals row.ContentItemId
                     select new { Item = item, Version = version, Row = row };
        await foreach (var entry in listed.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (entry.Version.ToItem(entry.Item) is var item && item.Part<DisclosurePart>() is not { } part)
            {
                yield return $"The item {entry.Item.ContentItemId} stands in the lists, but is no disclosure.";
            }
            else if (!entry.Row.SaysTheSameAs(RowOf(item, part, entry.Item)))
            {
                yield return $"The lists say something else of the disclosure {entry.Item.ContentItemId} than its public version.";
            }
        }
    }

    private static DisclosureRow RowOf(ContentItem item, DisclosurePart part, ContentItemRow state)
    {
        var row = new DisclosureRow { ContentItemId = item.ContentItemId };
        row.Fill(item, part, state);
        return row;
    }
}
