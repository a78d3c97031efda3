using System.Collections.Immutable;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Recipes;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Data.County;

namespace AgencyCMS.Tenants.Lifecycle;

/// <summary>Runs recipes in a tenant that is being set up.</summary>
internal sealed class RecipeRuns(IRecipeLibrary library, FeatureCatalogue features, TenantRecords records)
{
    /// <returns>The tenant's record after the recipes, or why one of them could not run.</returns>
    public async Task<Outcome<Tenant>> RunAsync(Tenant tenant, ImmutableArray<RecipeSource> sources, CancellationToken cancellationToken)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            await CollectAsync(source, wanted, cancellationToken);
        }
        var enabled = features.Enable(tenant.Kind, tenant.Features, wanted.Where(id => features.Find(id) is { } feature && (!feature.CountyOnly || tenant.IsCounty)));
        return enabled.TryGet(out var set) ? await records.UpdateAsync(tenant with { Features = set }, cancellationToken) : Outcome.Refused<Tenant>(enabled.Problems);
    }

    private async Task CollectAsync(RecipeSource source, HashSet<string> wanted, CancellationToken cancellationToken)
    {
        foreach (var step in RecipeReader.Read(source.Utf8).Steps.OfType<System.Text.Json.Nodes.JsonObject>())
        {
            if (step.FindText("name") == "feature")
            {
                wanted.UnionWith(step.FindTexts("enable"));
            }
            foreach (var name in step.FindText("name") == "recipes" ? step.FindObjects("Values").Select(value => value.FindText("name")).OfType<string>() : [])
            {
                if (await library.FindAsync(name, cancellationToken) is { } called)
                {
                    await CollectAsync(called, wanted, cancellationToken);
                }
            }
        }
    }
}
