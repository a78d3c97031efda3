using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Recipes.Content;
using AgencyCMS.ContentManagement.Recipes.Kept;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Recipes.Exporting;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.ContentManagement.Recipes.Exports;

/// <summary>The public version of every item, the one that is scheduled, and its draft where there is a newer one. Older versions stay behind.</summary>
internal sealed class ContentExport(TenantDb db) : IRecipeExportSource
{
    private const int ItemsPerStep = 200;

    public int Order => RecipeExportOrder.Content;

    public async IAsyncEnumerable<JsonObject> StepsAsync(RecipeExportOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = "";
        while (true)
        {
            var rows = await db.Set<ContentItemRow>().AsNoTracking().Where(row => row.ContentItemId.CompareTo(last) > 0)
                .OrderBy(row => row.ContentItemId).Take(ItemsPerStep).ToListAsync(cancellationToken);
            if (rows.Count == 0)
            {
                yield break;
            }
            yield return new() { ["name"] = "content", ["data"] = new JsonArray([.. await ItemsAsync(rows, cancellationToken)]) };
            last = rows[^1].ContentItemId;
        }
    }

    // The public version stands before the draft: an import that takes them in order ends with the same state.
    private async Task<IEnumerable<JsonNode>> ItemsAsync(IReadOnlyList<ContentItemRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.SelectMany(VersionsOf).ToList();
        var versions = await db.Set<ContentVersionRow>().AsNoTracking().Where(version => ids.Contains(version.ContentItemVersionId))
            .ToDictionaryAsync(version => version.ContentItemVersionId, cancellationToken);
        var notes = await db.Set<DocumentRow>().AsNoTracking().Where(row => row.Collection == KeptCollections.Imports && ids.Contains(row.Name))
            .ToDictionaryAsync(row => row.Name, ImportNote.Read, cancellationToken);
        return rows.SelectMany(row => VersionsOf(row).Select(id => AsDecided(row, ExportedItem.Of(row, versions[id], notes.GetValueOrDefault(id))).Document));
    }

    // A version carries moments along that were decided otherwise since, and says when it was published, not when the item was first.
    private static ContentItem AsDecided(ContentItemRow row, ContentItem item)
    {
        // A draft that was made of the scheduled version: nobody has approved the draft.
        if (!item.Published && item.ContentItemVersionId != row.ScheduledVersionId && item.Part<PublishLaterPart>() is { ScheduledPublishUtc: not null } copied)
        {
            copied.ScheduledPublishUtc = null;
        }
        if (row.WithdrawAt is null && item.Part<ArchiveLaterPart>() is { ScheduledArchiveUtc: not null } calledOff)
        {
            calledOff.ScheduledArchiveUtc = null;
        }
        var stated = item.Part<ImportedPart>()?.StatedPublishedUtc ?? item.PublishedUtc;
        if (item.Published && row.PublishedAt is { } first && first + ImportedMoments.Noise < stated)
        {
            item.Alter<ImportedPart>(part => part.StatedPublishedUtc = first);
        }
        return item;
    }

    private static IEnumerable<string> VersionsOf(ContentItemRow row) =>
        new[] { row.PublishedVersionId, row.ScheduledVersionId, row.LatestVersionId }.OfType<string>().Distinct();
}
