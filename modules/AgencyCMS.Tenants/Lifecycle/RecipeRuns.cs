using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Reporting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgencyCMS.Tenants.Lifecycle;

/// <summary>Runs recipes in a tenant that is being set up.</summary>
internal sealed class RecipeRuns(TenantScopes scopes, TenantDirectory directory, ILogger<RecipeRuns> logger)
{
    /// <param name="tenant">Whose.</param>
    /// <param name="sources">The recipes, in order. Each runs whole or not at all.</param>
    /// <param name="parameters">Values of <c>parameters('Name')</c>.</param>
    /// <param name="cancellationToken">Undoes the recipe that runs.</param>
    /// <returns>The tenant's record after the recipes, or why one of them could not run.</returns>
    public async Task<Outcome<Tenant>> RunAsync(
        Tenant tenant, IEnumerable<RecipeSource> sources, IReadOnlyDictionary<string, string> parameters, CancellationToken cancellationToken)
    {
        var current = tenant;
        foreach (var source in sources)
        {
            await using var scope = scopes.Open(current, Actor.Service("recipe"));
            var report = await scope.ServiceProvider.GetRequiredService<TenantRecipes>().RunAsync(source, isDryRun: false, parameters, cancellationToken);
            foreach (var entry in report.Entries.Where(entry => entry.Severity == RecipeSeverity.Warning))
            {
                logger.LogInformation("{Recipe} in tenant {Tenant}: {Message}", source.File, tenant.Name, entry.Text);
            }
            if (!report.IsCommitted)
            {
                return Outcome.Refused<Tenant>(report.Errors.Select(ToProblem));
            }
            current = directory.Find(tenant.Id) ?? throw new InvalidOperationException($"The tenant {tenant.Name} was removed while it was being set up.");
        }
        return current;
    }

    private static Problem ToProblem(RecipeReportEntry entry) => new(entry.Code, ProblemKind.Refused, entry.Message.Text, [.. entry.Arguments]);
}
