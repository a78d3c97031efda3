using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Recipes.Kept;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Exporting;

namespace AgencyCMS.ContentManagement.Recipes.Exports;

/// <summary>The features that are on, those wished for that are not here, and the themes.</summary>
internal sealed class FeatureExport(TenantContext context, FeatureCatalogue features, KeptDocuments documents) : IRecipeExportSource
{
    public int Order => RecipeExportOrder.Features;

    public async IAsyncEnumerable<JsonObject> StepsAsync(RecipeExportOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wishes = await documents.ListAsync(KeptCollections.Features, cancellationToken);
        var own = context.Tenant.Features.Except(features.AlwaysEnabled).Order(StringComparer.Ordinal);
        yield return new()
        {
            ["name"] = "feature",
            ["enable"] = Texts(own.Concat(Wished(wishes, isOn: true))),
            ["disable"] = Texts(Wished(wishes, isOn: false)),
        };
        yield return new()
        {
            ["name"] = "themes",
            ["site"] = (await documents.FindAsync(KeptCollections.Themes, "site", cancellationToken)).AsText() ?? context.Tenant.Theme,
            ["admin"] = (await documents.FindAsync(KeptCollections.Themes, "admin", cancellationToken)).AsText() ?? "",
        };
    }

    private static IEnumerable<string> Wished(IReadOnlyList<(string Name, JsonNode? Value)> wishes, bool isOn) =>
        wishes.Where(wish => bool.TryParse(wish.Value.AsText(), out var flag) && flag == isOn).Select(wish => wish.Name);

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
