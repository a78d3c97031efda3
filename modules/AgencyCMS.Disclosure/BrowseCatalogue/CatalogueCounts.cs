using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Permissions;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Disclosure.BrowseCatalogue;

/// <summary>How many items the reader finds under each entry.</summary>
internal sealed class CatalogueCounts(TenantDb db, TenantMemory memory, CatalogueTree tree)
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
        return new CatalogueTotals(await tree.GetAsync(cancellationToken), byEntry);
    }
}
