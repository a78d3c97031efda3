using AgencyCMS.Content.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Storage;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Disclosure.Import.Planning;

/// <summary>What the store holds of the items of a batch.</summary>
internal sealed class KnownItems
{
    private readonly Dictionary<string, KnownItem> _items;

    private KnownItems(Dictionary<string, KnownItem> items) => _items = items;

    /// <returns>Null when there is no such item.</returns>
    public KnownItem? Find(string contentItemId) => _items.GetValueOrDefault(contentItemId);

    public static async Task<KnownItems> ReadAsync(TenantDb db, IReadOnlyCollection<string> contentItemIds, CancellationToken cancellationToken)
    {
        var ids = contentItemIds.ToList();
        var rows = await db.Set<ContentItemRow>().AsNoTracking().Where(row => ids.Contains(row.ContentItemId))
            .Join(db.Set<ContentVersionRow>(), row => row.LatestVersionId, version => version.ContentItemVersionId, (row, version) => new { Row = row, version.Json })
            .ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return new KnownItems([]);
        }
        var lines = await db.Set<ImportedLineRow>().AsNoTracking().Where(row => ids.Contains(row.ContentItemId))
            .ToDictionaryAsync(row => row.ContentItemId, row => LineColumns.Read(row.Columns), StringComparer.Ordinal, cancellationToken);
        return new KnownItems(rows.ToDictionary(
            pair => pair.Row.ContentItemId, pair => new KnownItem(pair.Row, pair.Json, lines.GetValueOrDefault(pair.Row.ContentItemId)), StringComparer.Ordinal));
    }
}

/// <summary>An item that is there.</summary>
/// <param name="Row">Its state.</param>
/// <param name="Json">Its newest version.</param>
/// <param name="Columns">What an import said of it last; null when none is remembered.</param>
internal sealed record KnownItem(ContentItemRow Row, string Json, LineColumns? Columns);
