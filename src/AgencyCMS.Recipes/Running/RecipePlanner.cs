using System.Text.Json.Nodes;
using AgencyCMS.Modularity.Texts;
using AgencyCMS.Recipes.Expressions;
using AgencyCMS.Recipes.Reporting;

namespace AgencyCMS.Recipes.Running;

/// <summary>
/// Reads a recipe and those it calls into one list of steps, in the order in which they will be carried out, and reports
/// everything that can be seen to be wrong. Changes nothing.
/// </summary>
internal sealed class RecipePlanner(
    IRecipeSteps steps,
    IRecipeLibrary library,
    RecipeRunOptions options,
    RecipeLog log,
    DeferredWork deferred,
    TimeProvider clock)
{
    private readonly Dictionary<Type, object> _memory = [];
    private readonly Dictionary<string, string> _keptVariables = new(StringComparer.Ordinal);
    private readonly List<PlannedStep> _plan = [];

    internal async Task<RecipePlan> PlanAsync(RecipeSource source, CancellationToken cancellationToken)
    {
        await AddAsync(source, [], cancellationToken);
        return new(_plan, _keptVariables);
    }

    private async Task AddAsync(RecipeSource source, string[] callers, CancellationToken cancellationToken)
    {
        if (Read(source) is not { } recipe)
        {
            return;
        }
        if (recipe.HasLateVariables)
        {
            Add(source, RecipeSeverity.Warning, RecipeMessages.LateVariables);
        }
        foreach (var variable in recipe.Variables.Keys.Where(name => Characters.Exceeds(name, RecipeNames.MaxCharacters)))
        {
            RecipeNames.Refuse(new RecipeStepContext(source.File, 0, "variables", source, options, log, deferred), "variables", variable);
        }
        var expressions = new RecipeExpressions(recipe.Variables, options.Environment, source.Files, clock);
        for (var index = 0; index < recipe.Steps.Count; index++)
        {
            var step = Plan(source, index, recipe.Steps[index], expressions);
            if (step is not null && step.Context.Name.Equals(RecipesStep.Name, StringComparison.OrdinalIgnoreCase))
            {
                await AddCalledAsync(step, [.. callers, source.File], cancellationToken);
            }
        }
    }

    private PlannedStep? Plan(RecipeSource source, int index, JsonObject? json, RecipeExpressions expressions)
    {
        var name = json?["name"].AsText();
        var context = new RecipeStepContext(source.File, index, name ?? "", source, options, log, deferred) { Memory = _memory };
        if (json is null || string.IsNullOrEmpty(name))
        {
            context.Fail(null, RecipeMessages.NotAStep);
            return null;
        }
        if (Characters.Exceeds(name, RecipeNames.MaxCharacters))
        {
            RecipeNames.Refuse(context, "name", name);
            return null;
        }
        var resolved = expressions.Resolve(json, issue =>
        {
            Report(context, issue);
            KeepVariables(issue, expressions);
        });
        RecipeNames.Check(context, resolved);
        var handlers = steps.Current.Append(RecipesStep.Instance).Where(handler => handler.Names.Contains(name, StringComparer.OrdinalIgnoreCase));
        var step = new PlannedStep(context, resolved, [.. handlers]);
        foreach (var handler in step.Handlers)
        {
            handler.Check(context, resolved);
        }
        _plan.Add(step);
        return step;
    }

    private async Task AddCalledAsync(PlannedStep step, string[] callers, CancellationToken cancellationToken)
    {
        foreach (var name in step.Json.FindObjects("Values").Select(value => value.FindText("name") ?? ""))
        {
            var called = await library.FindAsync(name, cancellationToken);
            // What is trusted as the program's own is so only where the program itself asked for it.
            called = called is null || step.Context.IsFromLibrary ? called : called with { IsFromLibrary = false };
            if (called is null)
            {
                step.Context.Fail(name, RecipeMessages.UnknownRecipe, name);
            }
            else if (callers.Contains(called.File, StringComparer.OrdinalIgnoreCase))
            {
                step.Context.Fail(name, RecipeMessages.CircularRecipe, name);
            }
            else
            {
                step.Context.Report(name, RecipeSeverity.Information, RecipeResult.None, RecipeMessages.RecipeCalled, name);
                await AddAsync(called, callers, cancellationToken);
            }
        }
    }

    private RecipeDocument? Read(RecipeSource source)
    {
        try
        {
            return RecipeReader.Read(source.Utf8);
        }
        catch (RecipeFormatException fault)
        {
            Add(source, RecipeSeverity.Error, RecipeMessages.NotReadable, fault.Reason, fault.Line, fault.Column);
            return null;
        }
    }

    private void KeepVariables(ExpressionIssue issue, RecipeExpressions expressions)
    {
        foreach (var (name, value) in issue.Cause.MayBeKept ? expressions.VariablesIn(issue.Text) : [])
        {
            _keptVariables[name] = value;
        }
    }

    private void Add(RecipeSource source, RecipeSeverity severity, RecipeMessage message, params object[] arguments) =>
        log.Add(new(source.File, null, null, null, severity, RecipeResult.None, message, arguments));

    private static void Report(RecipeStepContext context, ExpressionIssue issue) => context.Report(
        null,
        issue.Cause.MayBeKept ? RecipeSeverity.Warning : RecipeSeverity.Error,
        RecipeResult.None,
        issue.Cause.Reason,
        [issue.Path, .. issue.Cause.Arguments]);
}
