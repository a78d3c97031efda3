using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Permissions;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Disclosure.BrowseCatalogue;

/// <summary>Lists of published disclosures, newest first, as far as the reader may see them.</summary>
internal sealed class DisclosureList(TenantDb db)
{
    /// <summary>The newest items under some entries, or of the whole catalogue.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="entries">Codes of entries without children; null for all.</param>
    /// <param name="skip">0 or more.</param>
    /// <param name="take">1 to 100.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<DisclosureListing>> ReadAsync(Actor actor, IReadOnlyCollection<string>? entries, int skip, int take, CancellationToken cancellationToken) =>
        await Filter(actor, entries).OrderByDescending(row => row.PublishedAt).ThenBy(row => row.ContentItemId).Skip(skip).Take(take)
            .Select(row => new DisclosureListing(row.Title, row.Path, row.IndexNumber, row.DocumentNumber, row.PublishedAt, row.Summary, row.Entry)).ToListAsync(cancellationToken);

    private IQueryable<DisclosureRow> Filter(Actor actor, IReadOnlyCollection<string>? entries)
    {
        var rows = db.Set<DisclosureRow>().AsNoTracking().Where(DisclosureVisibility.ReadableBy(actor));
        if (entries is null)
        {
            return rows;
        }
        if (entries.Count == 1)
        {
            var only = entries.Single();
            return rows.Where(row => row.Entry == only);
        }
        var wanted = entries.ToList();
        return rows.Where(row => wanted.Contains(row.Entry));
    }
}
