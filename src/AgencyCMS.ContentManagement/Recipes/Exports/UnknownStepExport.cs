using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Recipes.Kept;
using AgencyCMS.Recipes.Exporting;

namespace AgencyCMS.ContentManagement.Recipes.Exports;

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
