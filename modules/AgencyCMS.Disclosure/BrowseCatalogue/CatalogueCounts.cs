using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Permissions;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Disclosure.BrowseCatalogue;

/// <summary>How many items the reader finds under each entry.</summary>
internal sealed class CatalogueCounts(TenantDb db)
{
    /// <returns>Code of the entry → number of items; entries without items are left out.</returns>
    public async Task<IReadOnlyDictionary<string, int>> ReadAsync(Actor actor, CancellationToken cancellationToken) =>
        await db.Set<DisclosureRow>().AsNoTracking().Where(DisclosureVisibility.ReadableBy(actor)).GroupBy(row => row.Entry)
            .Select(group => new { Entry = group.Key, Count = group.Count() }).ToDictionaryAsync(pair => pair.Entry, pair => pair.Count, cancellationToken);
}
