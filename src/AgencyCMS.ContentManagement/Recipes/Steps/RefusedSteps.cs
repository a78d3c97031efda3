using System.Text.Json.Nodes;
using AgencyCMS.Recipes.Running;

namespace AgencyCMS.ContentManagement.Recipes.Steps;

/// <summary>Steps that make accounts or carry their secrets: reported, and neither carried out nor kept.</summary>
internal sealed class RefusedSteps : IRecipeStep
{
    public IReadOnlyCollection<string> Names { get; } = ["Users", "custom-user-settings", "command"];

    public Task ExecuteAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken)
    {
        context.Skipped(null, ContentRecipeMessages.Refused, context.Name);
        return Task.CompletedTask;
    }
}
