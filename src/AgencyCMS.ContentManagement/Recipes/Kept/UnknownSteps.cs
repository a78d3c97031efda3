using System.Text.Json.Nodes;
using AgencyCMS.Recipes.Running;

namespace AgencyCMS.ContentManagement.Recipes.Kept;

/// <summary>Keeps the whole JSON of steps that nobody knows.</summary>
internal sealed class UnknownSteps(KeptDocuments documents) : IUnknownRecipeSteps
{
    public async Task KeepAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken)
    {
        await documents.PutAsync(KeptCollections.UnknownSteps, KeptStepJson.HashOf(step), step, cancellationToken);
    }

    public async Task KeepVariablesAsync(IReadOnlyDictionary<string, string> variables, CancellationToken cancellationToken)
    {
        foreach (var (name, value) in variables)
        {
            await documents.PutAsync(KeptCollections.Variables, name, value, cancellationToken);
        }
    }
}
