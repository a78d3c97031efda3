using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Storage;
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
        var lines = await db.Set<ImportedLineRow>().AsNoTracking().Where(row => ids.Contains(row.ContentItemId)).ToDictionaryAsync(row => row.ContentItemId, StringComparer.Ordinal, cancellationToken);
        // Lines from before it was written down: the version that the import wrote says it.
        var versions = lines.Values.Where(line => line.Written is null).Select(line => line.VersionId).ToList();
        var wrote = versions.Count == 0 ? [] : await db.Set<ContentVersionRow>().AsNoTracking().Where(version => versions.Contains(version.ContentItemVersionId))
            .ToDictionaryAsync(version => version.ContentItemId, version => version.Json, StringComparer.Ordinal, cancellationToken);
        return new KnownItems(rows.ToDictionary(pair => pair.Row.ContentItemId, pair => Known(pair.Row, pair.Json, lines, wrote), StringComparer.Ordinal));
    }

    private static KnownItem Known(ContentItemRow row, string json, Dictionary<string, ImportedLineRow> lines, Dictionary<string, string> wrote)
    {
        var line = lines.GetValueOrDefault(row.ContentItemId);
        var written = line?.Written is { } kept ? LineColumns.Read(kept) : wrote.TryGetValue(row.ContentItemId, out var version) ? LineColumns.Of(ContentItem.FromJson(version)) : LineColumns.None;
        return new KnownItem(row, json, line is null ? LineColumns.None : LineColumns.Read(line.Columns), written);
    }
}

/// <summary>An item that is there.</summary>
/// <param name="Row">Its state.</param>
/// <param name="Json">Its newest version.</param>
/// <param name="Columns">What an import said of it last; nothing when none is remembered.</param>
/// <param name="Written">What it said when that import had written it. What it says otherwise now was written by hand.</param>
internal sealed record KnownItem(ContentItemRow Row, string Json, LineColumns Columns, LineColumns Written);
