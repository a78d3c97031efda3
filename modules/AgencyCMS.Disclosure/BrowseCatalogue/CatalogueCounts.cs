using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Permissions;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Disclosure.BrowseCatalogue;

/// <summary>How many items the reader finds under each entry.</summary>
internal sealed class CatalogueCounts(TenantDb db, TenantMemory memory, CatalogueTree tree, StandingPages standing)
{
    public async Task<CatalogueTotals> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.IsStaff || actor.IsSystem
            ? await CountAsync(actor, cancellationToken)
            : await memory.GetAsync(db, () => CountAsync(Actor.Anonymous, cancellationToken));
    }

    private async Task<CatalogueTotals> CountAsync(Actor actor, CancellationToken cancellationToken)
    {
        var byEntry = await db.Set<DisclosureRow>().AsNoTracking().Where(DisclosureVisibility.ReadableBy(actor)).GroupBy(row => row.Entry)
            .Select(group => new { Entry = group.Key, Count = group.Count() }).ToDictionaryAsync(pair => pair.Entry, pair => pair.Count, cancellationToken);
        var catalogue = await tree.GetAsync(cancellationToken);
        var pages = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in catalogue.All.Select(node => node.Page).Where(page => page.Length > 0).Distinct())
        {
            if (await standing.IsThereAsync(page, cancellationToken))
            {
                pages.Add(page);
            }
        }
        return new CatalogueTotals(catalogue, byEntry, pages);
    }
}
