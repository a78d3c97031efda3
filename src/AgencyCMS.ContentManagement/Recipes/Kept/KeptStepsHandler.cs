using System.Text.Json.Nodes;
using AgencyCMS.Recipes.Running;

namespace AgencyCMS.ContentManagement.Recipes.Kept;

/// <summary>Keeps the things of steps that mean nothing here yet, and reports each.</summary>
internal sealed class KeptStepsHandler(KeptDocuments documents) : IRecipeStep
{
    public IReadOnlyCollection<string> Names { get; } = [.. KeptStep.All.Select(step => step.Name)];

    public async Task ExecuteAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken)
    {
        var shape = KeptStep.Find(context.Name)!;
        foreach (var (name, value) in KeptStepJson.Things(shape, step))
        {
            if (await documents.PutAsync(shape.Name, name, value, cancellationToken))
            {
                context.Kept(name, ContentRecipeMessages.Kept, name, context.Name);
            }
            else
            {
                context.Unchanged(name, ContentRecipeMessages.KeptSame, name, context.Name);
            }
        }
    }
}
