using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Definitions;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Recipes.Exporting;

namespace AgencyCMS.ContentManagement.Recipes.Exports;

/// <summary>Content types and parts.</summary>
internal sealed class DefinitionExport(DefinitionStore store) : IRecipeExportSource
{
    public int Order => RecipeExportOrder.Definitions;

    public async IAsyncEnumerable<JsonObject> StepsAsync(RecipeExportOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var definitions = await store.GetAsync(cancellationToken);
        if (definitions.Types.Count + definitions.Parts.Count > 0)
        {
            var step = ContentDefinitionJson.Write(definitions);
            step.Insert(0, "name", "ContentDefinition");
            yield return step;
        }
    }
}
