using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Recipes.Kept;
using AgencyCMS.Recipes.Exporting;

namespace AgencyCMS.ContentManagement.Recipes.Exports;

/// <summary>What was kept of steps that mean nothing here: layers, queries, templates, workflows and the like.</summary>
internal sealed class DocumentExport(KeptDocuments documents) : IRecipeExportSource
{
    public int Order => RecipeExportOrder.Documents;

    public async IAsyncEnumerable<JsonObject> StepsAsync(RecipeExportOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var shape in KeptStep.All.Where(shape => options.IncludesSecrets || !shape.HoldsSecrets))
        {
            var things = await documents.ListAsync(shape.Name, cancellationToken);
            foreach (var step in things.Count == 0 ? [] : KeptStepJson.Steps(shape, things))
            {
                yield return step;
            }
        }
        foreach (var file in await documents.ListAsync(KeptCollections.Media, cancellationToken))
        {
            yield return new() { ["name"] = "media", ["Files"] = new JsonArray(new JsonObject { ["TargetPath"] = file.Name, ["Base64"] = file.Value }) };
        }
    }
}
