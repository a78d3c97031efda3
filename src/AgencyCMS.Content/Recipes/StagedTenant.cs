using AgencyCMS.Data.County;
using AgencyCMS.Modularity.Recipes.Reporting;
using AgencyCMS.Modularity.Recipes.Running;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Content.Recipes;

/// <summary>
/// The tenant's record as the running recipe changes it. The scope sees the change at once, so that the steps of a feature
/// that the recipe switches on are found; the county's store gets it just before the recipe is committed.
/// </summary>
internal sealed class StagedTenant(TenantContext context, TenantRecords records)
{
    private bool _isStaged;

    internal Tenant Current => context.Tenant;

    internal void Change(RecipeStepContext step, Tenant changed)
    {
        context.Enter(changed);
        if (_isStaged)
        {
            return;
        }
        _isStaged = true;
        step.BeforeCommit(async cancellationToken =>
        {
            _isStaged = false;
            var written = await records.UpdateAsync(context.Tenant, cancellationToken);
            if (written.TryGet(out var tenant))
            {
                context.Enter(tenant);
            }
            foreach (var problem in written.Problems)
            {
                step.Fail(null, new RecipeMessage(problem.Code, problem.Message), [.. problem.Arguments]);
            }
        });
    }

    /// <summary>After a run that changed nothing: the scope sees the record again that it began with.</summary>
    internal void Restore(Tenant before)
    {
        _isStaged = false;
        context.Enter(before);
    }
}
