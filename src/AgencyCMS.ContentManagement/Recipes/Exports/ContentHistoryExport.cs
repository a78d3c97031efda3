using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Recipes.Steps;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Recipes.Exporting;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.ContentManagement.Recipes.Exports;

/// <summary>What was withdrawn, and the addresses that lead to an item though they are not, or not any more, its own.</summary>
internal sealed class ContentHistoryExport(TenantDb db) : IRecipeExportSource
{
    public int Order => RecipeExportOrder.Content + 1;

    public async IAsyncEnumerable<JsonObject> StepsAsync(RecipeExportOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var withdrawn = await db.Set<ContentItemRow>().AsNoTracking().Where(row => row.PublishedVersionId == null && row.WithdrawnAt != null)
            .OrderBy(row => row.ContentItemId).ToListAsync(cancellationToken);
        var shown = db.Set<ContentItemRow>().Where(row => row.PublishedVersionId != null).Select(row => row.ContentItemId);
        var addresses = await db.Set<ContentRouteRow>().AsNoTracking().Where(row => !row.IsCurrent || !shown.Contains(row.ContentItemId))
            .OrderBy(row => row.Path).ToListAsync(cancellationToken);
        if (withdrawn.Count + addresses.Count > 0)
        {
            yield return new()
            {
                ["name"] = ContentHistoryStep.Name,
                [ContentHistoryStep.Withdrawn] = new JsonArray([.. withdrawn.Select(Write)]),
                [ContentHistoryStep.Addresses] = new JsonArray([.. addresses.Select(Write)]),
            };
        }
    }

    private static JsonObject Write(ContentItemRow row) => new()
    {
        ["ContentItemId"] = row.ContentItemId,
        ["WithdrawnUtc"] = row.WithdrawnAt!.Value.UtcDateTime, // asked for only where there is one
        ["Reason"] = row.WithdrawalReason,
        ["PublishedUtc"] = row.PublishedAt?.UtcDateTime,
    };

    private static JsonObject Write(ContentRouteRow row) => new() { ["Path"] = row.Path, ["ContentItemId"] = row.ContentItemId, ["IsCurrent"] = row.IsCurrent };
}
