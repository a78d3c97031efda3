using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Recipes.Exporting;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Disclosure.Recipes;

/// <summary>Exports vocabularies, catalogue and declarations: before the content, which refers to them.</summary>
internal sealed class CatalogueExport(TenantDb db, TenantDocuments documents) : IRecipeExportSource
{
    public int Order => RecipeExportOrder.Definitions + 1;

    public async IAsyncEnumerable<JsonObject> StepsAsync(RecipeExportOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var vocabularies = await documents.ListAsync(Vocabularies.Collection, cancellationToken);
        if (vocabularies.Count > 0)
        {
            yield return Step("Vocabularies", "Vocabularies", vocabularies.Select(vocabulary => JsonNode.Parse(vocabulary.Json)));
        }
        var entries = await db.Set<CatalogueEntryRow>().AsNoTracking().OrderBy(row => row.Position).ThenBy(row => row.Code).ToListAsync(cancellationToken);
        if (entries.Count > 0)
        {
            yield return Step("Catalogue", "Entries", entries.Select(CatalogueEntryJson.Write));
        }
        var declared = entries.Where(row => row.NoneReason is not null).ToList();
        if (declared.Count > 0)
        {
            yield return Step("CatalogueDeclarations", "Declarations", declared.Select(Declaration));
        }
    }

    private static JsonObject Declaration(CatalogueEntryRow row) => new()
    {
        ["Entry"] = row.Code,
        ["Reason"] = row.NoneReason,
        ["DeclaredOn"] = row.NoneDeclaredOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static JsonObject Step(string name, string payload, IEnumerable<JsonNode?> things) => new() { ["name"] = name, [payload] = new JsonArray([.. things]) };
}
