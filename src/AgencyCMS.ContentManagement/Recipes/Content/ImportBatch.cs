using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Recipes.Kept;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.ContentManagement.Recipes.Content;

/// <summary>What the store knows of the items of one batch, read in a few queries, and what is staged for them.</summary>
internal sealed class ImportBatch
{
    private readonly Dictionary<string, ContentItemRow> _rows;
    private readonly Dictionary<string, ContentVersionRow> _versions;
    private readonly Dictionary<string, ImportNote> _notes;

    private ImportBatch(IEnumerable<ContentItemRow> rows, IEnumerable<ContentVersionRow> versions, IEnumerable<DocumentRow> notes)
    {
        _rows = rows.ToDictionary(row => row.ContentItemId, StringComparer.Ordinal);
        _versions = versions.ToDictionary(version => version.ContentItemVersionId, StringComparer.Ordinal);
        _notes = notes.ToDictionary(row => row.Name, ImportNote.Read, StringComparer.Ordinal);
    }

    /// <summary>Versions that become public together.</summary>
    internal List<(ContentItemRow Row, ContentVersionRow Version, ContentItem Item)> Publishing { get; } = [];

    /// <summary>Staged versions with what they looked like in the recipe.</summary>
    internal List<(ContentVersionRow Version, ContentItem Source)> Staged { get; } = [];

    /// <summary>Addresses and numbers that items of this batch take.</summary>
    internal ClaimedNames Names { get; } = new();

    internal static async Task<ImportBatch> LoadAsync(TenantDb db, IReadOnlyCollection<ContentItem> items, CancellationToken cancellationToken)
    {
        var itemIds = items.Select(item => item.ContentItemId).Distinct().ToList();
        var rows = await db.Set<ContentItemRow>().Where(row => itemIds.Contains(row.ContentItemId)).ToListAsync(cancellationToken);
        var versionIds = items.Select(item => item.ContentItemVersionId).Concat(rows.Select(row => row.LatestVersionId)).Concat(rows.Select(row => row.PublishedVersionId))
            .Where(id => !string.IsNullOrEmpty(id)).Distinct().ToList();
        var versions = await db.Set<ContentVersionRow>().Where(version => versionIds.Contains(version.ContentItemVersionId)).ToListAsync(cancellationToken);
        var notes = await db.Set<DocumentRow>().AsNoTracking()
            .Where(row => row.Collection == KeptCollections.Imports && versionIds.Contains(row.Name)).ToListAsync(cancellationToken);
        return new(rows, versions, notes);
    }

    internal ContentItemRow? FindRow(string contentItemId) => _rows.GetValueOrDefault(contentItemId);

    internal ContentVersionRow? FindVersion(string? versionId) => versionId is null ? null : _versions.GetValueOrDefault(versionId);

    internal ImportNote? FindNote(ContentVersionRow version) => _notes.GetValueOrDefault(version.ContentItemVersionId);

    internal void Add(ContentItemRow row, ContentVersionRow version, ContentItem source)
    {
        _rows[row.ContentItemId] = row;
        _versions[version.ContentItemVersionId] = version;
        Staged.Add((version, source));
    }

    internal void Note(ContentVersionRow version, ImportNote note) => _notes[version.ContentItemVersionId] = note;
}
