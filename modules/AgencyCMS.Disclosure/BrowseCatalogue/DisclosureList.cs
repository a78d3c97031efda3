using System.Linq.Expressions;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Permissions;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Disclosure.BrowseCatalogue;

/// <summary>Lists of published disclosures, newest first, as far as the reader may see them.</summary>
internal sealed class DisclosureList(TenantDb db)
{
    private static readonly Expression<Func<DisclosureRow, DisclosureListing>> Listing =
        row => new DisclosureListing(row.Title, row.Path, row.IndexNumber, row.DocumentNumber, row.PublishedAt, row.Summary, row.Entry);

    /// <summary>The newest items under some entries, or of the whole catalogue.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="entries">Codes of entries without children; null for all.</param>
    /// <param name="skip">0 or more.</param>
    /// <param name="take">1 to 100.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<DisclosureListing>> ReadAsync(Actor actor, IReadOnlyCollection<string>? entries, int skip, int take, CancellationToken cancellationToken) =>
        await Filter(actor, entries).OrderByDescending(row => row.PublishedAt).ThenBy(row => row.ContentItemId).Skip(skip).Take(take)
            .Select(Listing).ToListAsync(cancellationToken);

    /// <summary>What stands above and below an item in the list of its entry, and the newest of its other items.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="entry">Code of the entry.</param>
    /// <param name="contentItemId">The item, public or not.</param>
    /// <param name="publishedAt">When it was published.</param>
    /// <param name="others">How many further items are wanted.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<DisclosureNeighbours> ReadNeighboursAsync(Actor actor, string entry, string contentItemId, DateTimeOffset publishedAt, int others, CancellationToken cancellationToken)
    {
        var rows = Filter(actor, [entry]).Where(row => row.ContentItemId != contentItemId);
        var above = await rows.Where(row => row.PublishedAt > publishedAt || (row.PublishedAt == publishedAt && row.ContentItemId.CompareTo(contentItemId) < 0))
            .OrderBy(row => row.PublishedAt).ThenByDescending(row => row.ContentItemId).Select(Listing).FirstOrDefaultAsync(cancellationToken);
        var below = await rows.Where(row => row.PublishedAt < publishedAt || (row.PublishedAt == publishedAt && row.ContentItemId.CompareTo(contentItemId) > 0))
            .OrderByDescending(row => row.PublishedAt).ThenBy(row => row.ContentItemId).Select(Listing).FirstOrDefaultAsync(cancellationToken);
        var newest = await rows.OrderByDescending(row => row.PublishedAt).ThenBy(row => row.ContentItemId).Take(others + 2).Select(Listing).ToListAsync(cancellationToken);
        return new DisclosureNeighbours(above, below, [.. newest.Where(item => item.Path != above?.Path && item.Path != below?.Path).Take(others)]);
    }

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
