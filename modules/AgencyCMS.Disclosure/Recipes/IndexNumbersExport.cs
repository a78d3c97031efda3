using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Recipes.Exporting;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Disclosure.Recipes;

/// <summary>Exports every number that was given, also of items that are withdrawn: before the content, which takes its numbers.</summary>
internal sealed class IndexNumbersExport(TenantDb db) : IRecipeExportSource
{
    public int Order => RecipeExportOrder.Content - 1;

    public RecipeExportPart Part => RecipeExportPart.Content;

    public async IAsyncEnumerable<JsonObject> StepsAsync(RecipeExportOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var numbers = await db.Set<IndexNumberRow>().AsNoTracking().OrderBy(row => row.Number).ToListAsync(cancellationToken);
        var counters = await db.Set<IndexCounterRow>().AsNoTracking().OrderBy(row => row.Period).ToListAsync(cancellationToken);
        if (numbers.Count + counters.Count > 0)
        {
            yield return new()
            {
                ["name"] = IndexNumbersStep.Name,
                ["Numbers"] = new JsonArray([.. numbers.Select(row => new JsonObject { ["Number"] = row.Number, ["ContentItemId"] = row.ContentItemId })]),
                ["Counters"] = new JsonArray([.. counters.Select(row => new JsonObject { ["Period"] = row.Period, ["Last"] = row.Last })]),
            };
        }
    }
}
