using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Import;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Recipes.Exporting;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Disclosure.Recipes;

/// <summary>Exports what imports said of their items, behind the content: the same file then finds the same items where the site is taken over.</summary>
internal sealed class ImportedLinesExport(TenantDb db, ImportOrigins origins) : IRecipeExportSource
{
    public int Order => RecipeExportOrder.Content + 2;

    public async IAsyncEnumerable<JsonObject> StepsAsync(RecipeExportOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lines = await db.Set<ImportedLineRow>().AsNoTracking().OrderBy(row => row.ContentItemId).ToListAsync(cancellationToken);
        if (lines.Count > 0)
        {
            yield return new()
            {
                ["name"] = ImportedLinesStep.Name,
                [ImportedLinesStep.Origins] = new JsonArray([.. (await origins.GetAsync(cancellationToken)).Select(id => (JsonNode)ImportOrigins.Write(id))]),
                [ImportedLinesStep.Lines] = new JsonArray([.. lines.Select(Write)]),
            };
        }
    }

    private static JsonObject Write(ImportedLineRow row) => new()
    {
        ["ContentItemId"] = row.ContentItemId,
        ["VersionId"] = row.VersionId,
        ["Columns"] = row.Columns,
        ["Written"] = row.Written,
    };
}
