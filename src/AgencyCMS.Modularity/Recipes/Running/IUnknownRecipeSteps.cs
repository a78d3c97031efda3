using System.Text.Json.Nodes;

namespace AgencyCMS.Modularity.Recipes.Running;

/// <summary>Keeps the steps that nobody carries out, so that an export can give them back.</summary>
public interface IUnknownRecipeSteps
{
    /// <param name="step">The step with its expressions evaluated.</param>
    Task KeepAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken);
}
