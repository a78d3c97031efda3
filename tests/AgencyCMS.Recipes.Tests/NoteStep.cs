using System.Text.Json.Nodes;
using AgencyCMS.Recipes.Reporting;
using AgencyCMS.Recipes.Running;

namespace AgencyCMS.Recipes.Tests;

/// <summary>Writes its text to the store; fails when told to: on the check, when carried out, or before the commit.</summary>
internal sealed class NoteStep(RecordingTransactions store) : IRecipeStep
{
    internal static readonly RecipeMessage Noted = new("test.noted", "“{0}” was noted.");
    internal static readonly RecipeMessage Refused = new("test.refused", "“{0}” was refused.");

    internal int AfterCommits { get; private set; }

    /// <summary>Of each note, whether the recipe that held it was taken for the program's own.</summary>
    internal List<bool> FromLibrary { get; } = [];

    public IReadOnlyCollection<string> Names { get; } = ["note"];

    public void Check(RecipeStepContext context, JsonObject step)
    {
        if (step.FindFlag("bad") is true)
        {
            context.Fail(null, Refused, step.FindText("text") ?? "");
        }
    }

    public Task ExecuteAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken)
    {
        var text = step.FindText("text") ?? "";
        FromLibrary.Add(context.IsFromLibrary);
        store.Pending.Add(text);
        context.Applied(text, Noted, text);
        context.AfterCommit(_ => Task.FromResult(AfterCommits++));
        context.BeforeCommit(_ =>
        {
            if (step.FindFlag("refusesAtTheEnd") is true)
            {
                context.Fail(text, Refused, text);
            }
            return Task.CompletedTask;
        });
        if (step.FindFlag("fails") is true)
        {
            context.Fail(text, Refused, text);
        }
        return Task.CompletedTask;
    }
}
