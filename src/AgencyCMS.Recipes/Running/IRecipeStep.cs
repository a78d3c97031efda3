using System.Text.Json.Nodes;

namespace AgencyCMS.Recipes.Running;

/// <summary>Carries out the recipe steps of some names. Modules register theirs; a step of a feature that is off is an unknown step.</summary>
public interface IRecipeStep
{
    /// <summary>Compared ignoring case.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>
    /// Permission that whoever runs the recipe must hold when the step changes anything, so that a recipe gives nobody more rights than its pages do. The platform
    /// itself holds all. Null for none.
    /// </summary>
    string? Permission => null;

    /// <summary>
    /// Looks at the step before anything of the recipe is done, and reports errors for what can be seen to fail.
    /// Changes nothing.
    /// </summary>
    /// <param name="step">The step with its expressions evaluated.</param>
    void Check(RecipeStepContext context, JsonObject step)
    {
    }

    /// <summary>
    /// Carries the step out inside the recipe's transaction and reports what became of each thing in it. Reporting an
    /// error ends the recipe and undoes all of it. What it stages in the session of the store is saved by the runner.
    /// </summary>
    Task ExecuteAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken);
}
