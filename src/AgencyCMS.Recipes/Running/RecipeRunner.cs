using AgencyCMS.Recipes.Reporting;

namespace AgencyCMS.Recipes.Running;

/// <summary>
/// Runs a recipe whole or not at all: everything that can be checked is checked first, then the steps are carried out
/// in file order inside one transaction, which the first error undoes.
/// </summary>
public sealed class RecipeRunner(
    IRecipeSteps steps,
    IRecipeLibrary library,
    IRecipeTransactions transactions,
    IUnknownRecipeSteps unknownSteps,
    TimeProvider clock)
{
    public async Task<RecipeReport> RunAsync(RecipeSource source, RecipeRunOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var log = new RecipeLog();
        var deferred = new DeferredWork();
        var plan = await new RecipePlanner(steps, library, options, log, deferred, clock).PlanAsync(source, cancellationToken);
        if (log.HasErrors)
        {
            return log.ToReport(source.File, options.IsDryRun, isCommitted: false);
        }
        var isCommitted = false;
        try
        {
            isCommitted = await ExecuteAsync(source, plan, options, log, deferred, cancellationToken);
        }
        finally
        {
            foreach (var undo in isCommitted ? [] : Enumerable.Reverse(deferred.AfterUndo))
            {
                await undo();
            }
        }
        foreach (var work in isCommitted ? deferred.AfterCommit : [])
        {
            await work(CancellationToken.None);
        }
        return log.ToReport(source.File, options.IsDryRun, isCommitted);
    }

    private async Task<bool> ExecuteAsync(
        RecipeSource source, RecipePlan plan, RecipeRunOptions options, RecipeLog log, DeferredWork deferred, CancellationToken cancellationToken)
    {
        await using var transaction = await transactions.BeginAsync(cancellationToken);
        foreach (var step in plan.Steps)
        {
            await ExecuteAsync(step, cancellationToken);
            CheckPermission(step, options, log);
            if (log.HasErrors)
            {
                return Undone(source, log);
            }
            await transaction.SaveAsync(cancellationToken);
        }
        if (options.IsDryRun)
        {
            return false;
        }
        await unknownSteps.KeepVariablesAsync(plan.KeptVariables, cancellationToken);
        foreach (var work in deferred.BeforeCommit)
        {
            await work(cancellationToken);
        }
        if (log.HasErrors)
        {
            return Undone(source, log);
        }
        await transaction.CommitAsync();
        return true;
    }

    private async Task ExecuteAsync(PlannedStep step, CancellationToken cancellationToken)
    {
        if (step.Handlers.Count == 0)
        {
            step.Context.Skipped(null, RecipeMessages.UnknownStep, step.Context.Name, step.Context.Index);
            await unknownSteps.KeepAsync(step.Context, step.Json, cancellationToken);
        }
        foreach (var handler in step.Handlers)
        {
            await handler.ExecuteAsync(step.Context, step.Json, cancellationToken);
        }
    }

    private static void CheckPermission(PlannedStep step, RecipeRunOptions options, RecipeLog log)
    {
        foreach (var permission in step.Handlers.Select(handler => handler.Permission).OfType<string>().Where(permission => !options.Runner.Can(permission)))
        {
            if (log.HasApplied(step.Context))
            {
                step.Context.Fail(null, RecipeMessages.NotPermitted, step.Context.Name, permission);
            }
        }
    }

    private static bool Undone(RecipeSource source, RecipeLog log)
    {
        log.Add(new(source.File, null, null, null, RecipeSeverity.Information, RecipeResult.None, RecipeMessages.RolledBack, []));
        return false;
    }
}
