using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Reporting;
using AgencyCMS.Recipes.Running;

namespace AgencyCMS.ContentManagement.Recipes;

/// <summary>Runs recipes in the current scope's tenant.</summary>
public sealed class TenantRecipes
{
    private readonly RecipeRunner _runner;
    private readonly StagedTenant _tenant;
    private readonly IActorSource _actors;

    internal TenantRecipes(RecipeRunner runner, StagedTenant tenant, IActorSource actors)
    {
        _runner = runner;
        _tenant = tenant;
        _actors = actors;
    }

    /// <summary>
    /// Runs a recipe whole or not at all. A recipe that switches features or sets the theme changes the tenant's record, so
    /// whoever holds an older one has to read it again.
    /// </summary>
    /// <param name="source">The recipe and its companion files.</param>
    /// <param name="isDryRun">Everything is done and reported, and then undone.</param>
    /// <param name="parameters">Further values of <c>parameters('Name')</c>; null for none. They overrule those of the tenant.</param>
    /// <param name="cancellationToken">Undoes the recipe, unless it is being committed already.</param>
    public async Task<RecipeReport> RunAsync(
        RecipeSource source, bool isDryRun, IReadOnlyDictionary<string, string>? parameters, CancellationToken cancellationToken)
    {
        var before = _tenant.Current;
        var isCommitted = false;
        try
        {
            var actor = await _actors.GetAsync();
            var environment = Environment(before, actor, parameters ?? new Dictionary<string, string>());
            var report = await _runner.RunAsync(source, new(environment, actor, isDryRun), cancellationToken);
            isCommitted = report.IsCommitted;
            return report;
        }
        finally
        {
            if (!isCommitted)
            {
                _tenant.Restore(before);
            }
        }
    }

    private static RecipeEnvironment Environment(Tenant tenant, Actor actor, IReadOnlyDictionary<string, string> parameters)
    {
        var known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["SiteName"] = tenant.Title,
            ["SiteTimeZone"] = tenant.TimeZone,
            ["AdminUserId"] = actor.AccountId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? actor.Name,
            ["AdminUsername"] = actor.Name,
        };
        foreach (var (name, value) in parameters)
        {
            known[name] = value;
        }
        return new RecipeEnvironment { Parameters = known, UrlPrefix = tenant.Prefix ?? "" };
    }
}
