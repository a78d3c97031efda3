using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes.Running;

namespace AgencyCMS.ContentManagement.Recipes;

/// <summary>
/// The tenant's record as the running recipe changes it. The scope sees the change at once, so that the steps of a feature that the recipe switches on are found;
/// the county's store gets it when the recipe has been committed, so that a recipe that was undone leaves nothing there. When the process ends between the two,
/// the county follows what the recipe has written into the tenant's change log.
/// </summary>
internal sealed class StagedTenant(TenantContext context, TenantRecords records, TenantDirectory directory, TenantDb db, TimeProvider clock)
{
    private const int Attempts = 5;
    private readonly List<Func<Tenant, Tenant>> _changes = [];

    internal Tenant Current => context.Tenant;

    /// <param name="step">The step that changes it.</param>
    /// <param name="change">Applied now, and again to the record as it is when the recipe has been committed: others may change other things of it meanwhile.</param>
    internal void Change(RecipeStepContext step, Func<Tenant, Tenant> change)
    {
        context.Enter(change(context.Tenant));
        _changes.Add(change);
        if (_changes.Count == 1)
        {
            step.BeforeCommit(_ => AppendAsync(step));
            step.AfterCommit(_ => WriteAsync(step));
        }
    }

    /// <summary>After a run that changed nothing: the scope sees the record again that it began with.</summary>
    internal void Restore(Tenant before)
    {
        _changes.Clear();
        context.Enter(before);
    }

    private Task AppendAsync(RecipeStepContext step)
    {
        if (directory.Find(Current.Id) is { } latest)
        {
            db.Append(RecordChange.Of(latest, Changed(latest), step.Options.Runner.Name, clock.GetUtcNow()));
        }
        return Task.CompletedTask;
    }

    private Tenant Changed(Tenant latest) => _changes.Aggregate(latest, (tenant, change) => change(tenant));

    private async Task WriteAsync(RecipeStepContext step)
    {
        for (var attempt = 1; directory.Find(Current.Id) is { } latest; attempt++)
        {
            var written = await records.UpdateAsync(Changed(latest), CancellationToken.None);
            if (written.TryGet(out var tenant))
            {
                context.Enter(tenant);
                break;
            }
            if (attempt == Attempts || written.Problems[0].Code != TenantProblems.ChangedMeanwhileCode)
            {
                step.Warn(null, ContentRecipeMessages.RecordNotWritten, string.Join(' ', written.Problems.Select(problem => problem.ToEnglish())));
                break;
            }
            await records.LoadAsync(CancellationToken.None);
        }
        _changes.Clear();
    }
}
