using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Modularity.Recipes.Reporting;
using AgencyCMS.Modularity.Recipes.Running;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Disclosure.Recipes;

/// <summary>Step <c>Catalogue</c>: the tenant adopts its share of the entries.</summary>
internal sealed class CatalogueStep(CatalogueEditor editor, TenantContext tenants) : IRecipeStep
{
    private static readonly RecipeMessage Adopted = new("disclosure.entry-adopted", "Catalogue entry adopted.");
    private static readonly RecipeMessage Same = new("disclosure.entry-same", "Catalogue entry unchanged.");
    private static readonly RecipeMessage NotForKind = new("disclosure.entry-not-for-kind", "The catalogue entry is not for this kind of agency.");
    private static readonly RecipeMessage Incomplete = new("disclosure.entry-incomplete", "A catalogue entry needs a code and a title.");

    public IReadOnlyCollection<string> Names { get; } = ["Catalogue"];

    public string? Permission => DisclosurePermissions.EditCatalogueId;

    public async Task ExecuteAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken)
    {
        var position = 0;
        foreach (var entry in (step["Entries"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var code = entry["Code"]?.GetValue<string>();
            if (string.IsNullOrEmpty(code) || string.IsNullOrEmpty(entry["Title"]?.GetValue<string>()))
            {
                context.Fail(code, Incomplete);
                return;
            }
            if (entry["AppliesTo"].Deserialize<string[]>() is { Length: > 0 } kinds && !kinds.Contains(tenants.Tenant.Kind.ToString()))
            {
                context.Report(code, RecipeSeverity.Information, RecipeResult.Skipped, NotForKind);
            }
            else if (await editor.AdoptAsync(entry, ++position, cancellationToken))
            {
                context.Applied(code, Adopted);
            }
            else
            {
                context.Unchanged(code, Same);
            }
        }
    }
}
