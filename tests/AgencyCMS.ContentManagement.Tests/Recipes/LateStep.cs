using System.Text.Json.Nodes;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Reporting;
using AgencyCMS.Recipes.Running;

namespace AgencyCMS.ContentManagement.Tests.Recipes;

/// <summary>A step that a feature brings; it can be told to fail.</summary>
internal sealed class LateStep : IRecipeStep
{
    internal static readonly RecipeMessage Done = new("test.late", "Done.");
    internal static readonly RecipeMessage Failed = new("test.failed", "Failed.");

    public IReadOnlyCollection<string> Names { get; } = ["late"];

    public Task ExecuteAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken)
    {
        if (step.FindFlag("fails") is true)
        {
            context.Fail(null, Failed);
        }
        else if (step.FindFlag("refuses") is true)
        {
            context.BeforeCommit(_ =>
            {
                context.Fail(null, Failed);
                return Task.CompletedTask;
            });
        }
        else
        {
            context.Applied(null, Done);
        }
        return Task.CompletedTask;
    }
}
