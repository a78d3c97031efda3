using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Permissions;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Disclosure.BrowseCatalogue;

/// <summary>How many items the reader finds under each entry.</summary>
internal sealed class CatalogueCounts(TenantDb db, TenantMemory memory)
{
    /// <returns>Code of the entry → number of items; entries without items are left out.</returns>
    public async Task<IReadOnlyDictionary<string, int>> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.IsStaff || actor.IsSystem
            ? await CountAsync(actor, cancellationToken)
            : (await memory.GetAsync(db, async () => new PublicCounts(await CountAsync(Actor.Anonymous, cancellationToken)))).ByEntry;
    }

    private async Task<IReadOnlyDictionary<string, int>> CountAsync(Actor actor, CancellationToken cancellationToken) =>
        await db.Set<DisclosureRow>().AsNoTracking().Where(DisclosureVisibility.ReadableBy(actor)).GroupBy(row => row.Entry)
            .Select(group => new { Entry = group.Key, Count = group.Count() }).ToDictionaryAsync(pair => pair.Entry, pair => pair.Count, cancellationToken);

    private sealed record PublicCounts(IReadOnlyDictionary<string, int> ByEntry);
}
