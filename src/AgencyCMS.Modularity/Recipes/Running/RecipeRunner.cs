using AgencyCMS.Modularity.Recipes.Reporting;

namespace AgencyCMS.Modularity.Recipes.Running;

/// <summary>
/// Runs a recipe whole or not at all: everything that can be checked is checked first, then the steps are carried out
/// in file order inside one transaction, which the first error undoes.
/// </summary>
/// <param name="steps">Those whose feature is on for the tenant.</param>
/// <param name="unknownSteps">Null where nothing keeps them; they are reported all the same.</param>
public sealed class RecipeRunner(
    IReadOnlyList<IRecipeStep> steps,
    IRecipeLibrary library,
    IRecipeTransactions transactions,
    IUnknownRecipeSteps? unknownSteps,
    TimeProvider clock)
{
    public async Task<RecipeReport> RunAsync(RecipeSource source, RecipeRunOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var log = new RecipeLog();
        var afterCommit = new List<Func<CancellationToken, Task>>();
        var planner = new RecipePlanner([.. steps, RecipesStep.Instance], library, options, log, afterCommit, clock);
        var plan = await planner.PlanAsync(source, cancellationToken);
        if (log.HasErrors)
        {
            return log.ToReport(source.File, options.IsDryRun, isCommitted: false);
        }
        var isCommitted = await ExecuteAsync(plan, options, log, cancellationToken);
        if (isCommitted)
        {
            foreach (var work in afterCommit)
            {
                await work(CancellationToken.None);
            }
        }
        return log.ToReport(source.File, options.IsDryRun, isCommitted);
    }

    private async Task<bool> ExecuteAsync(IReadOnlyList<PlannedStep> plan, RecipeRunOptions options, RecipeLog log, CancellationToken cancellationToken)
    {
        await using var transaction = await transactions.BeginAsync(cancellationToken);
        foreach (var step in plan)
        {
            await ExecuteAsync(step, cancellationToken);
            if (log.HasErrors)
            {
                step.Context.Report(null, RecipeSeverity.Information, RecipeResult.None, RecipeMessages.RolledBack);
                return false;
            }
        }
        if (options.IsDryRun)
        {
            return false;
        }
        await transaction.CommitAsync();
        return true;
    }

    private async Task ExecuteAsync(PlannedStep step, CancellationToken cancellationToken)
    {
        if (step.Handlers.Count == 0)
        {
            var message = unknownSteps is null ? RecipeMessages.UnknownStepLost : RecipeMessages.UnknownStep;
            step.Context.Skipped(null, message, step.Context.Name, step.Context.Index);
            await (unknownSteps?.KeepAsync(step.Context, step.Json, cancellationToken) ?? Task.CompletedTask);
        }
        foreach (var handler in step.Handlers)
        {
            await handler.ExecuteAsync(step.Context, step.Json, cancellationToken);
        }
    }
}
