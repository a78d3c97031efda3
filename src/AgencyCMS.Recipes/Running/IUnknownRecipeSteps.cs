using System.Text.Json.Nodes;

namespace AgencyCMS.Recipes.Running;

/// <summary>Keeps what nobody can carry out or evaluate, so that an export can give it back.</summary>
public interface IUnknownRecipeSteps
{
    /// <param name="step">The step with its expressions evaluated.</param>
    Task KeepAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken);

    /// <summary>Keeps the values of the variables that a kept expression names, without which it would mean nothing elsewhere.</summary>
    Task KeepVariablesAsync(IReadOnlyDictionary<string, string> variables, CancellationToken cancellationToken);
}
