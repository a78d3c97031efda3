using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AgencyCMS.Content.Recipes.Kept;
using AgencyCMS.Modularity.Recipes.Exporting;

namespace AgencyCMS.Content.Recipes.Exports;

/// <summary>The steps that nobody here carried out, in the order in which they came.</summary>
internal sealed class UnknownStepExport(KeptDocuments documents) : IRecipeExportSource
{
    public int Order => RecipeExportOrder.UnknownSteps;

    public async IAsyncEnumerable<JsonObject> StepsAsync(RecipeExportOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (_, step) in await documents.ListAsync(KeptCollections.UnknownSteps, cancellationToken))
        {
            yield return step!.AsObject();
        }
    }
}
