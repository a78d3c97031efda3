using System.Text.Json.Nodes;

namespace AgencyCMS.Recipes.Running;

/// <summary>The step that calls other recipes. The planner puts their steps behind it, so nothing is left to carry out.</summary>
internal sealed class RecipesStep : IRecipeStep
{
    internal const string Name = "recipes";

    internal static RecipesStep Instance { get; } = new();

    public IReadOnlyCollection<string> Names { get; } = [Name];

    public Task ExecuteAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken) => Task.CompletedTask;
}
