using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Recipes.Kept;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Running;

namespace AgencyCMS.ContentManagement.Recipes.Steps;

/// <summary>Sets the public theme. The theme of the administration is one for all tenants, so another one is kept as a wish.</summary>
internal sealed class ThemesStep(FeatureCatalogue features, StagedTenant tenant, KeptDocuments documents) : IRecipeStep
{
    public IReadOnlyCollection<string> Names { get; } = ["themes"];

    public string? Permission => "site.features";

    public async Task ExecuteAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken)
    {
        if (step.FindText("site") is { Length: > 0 } site)
        {
            await SetAsync(context, site, cancellationToken);
        }
        if (step.FindText("admin") is { Length: > 0 } admin)
        {
            var isHere = features.Find(admin) is { IsAdminTheme: true };
            await (isHere ? SameAsync(context, "admin", admin, cancellationToken) : KeepAsync(context, "admin", admin, cancellationToken));
        }
    }

    private async Task SetAsync(RecipeStepContext context, string id, CancellationToken cancellationToken)
    {
        var enabled = features.Enable(tenant.Current.Kind, tenant.Current.Features, [id]);
        if (tenant.Current.Theme == id)
        {
            await SameAsync(context, "site", id, cancellationToken);
        }
        else if (features.Find(id) is not { IsTheme: true, IsAdminTheme: false })
        {
            await KeepAsync(context, "site", id, cancellationToken);
        }
        else if (!enabled.IsRefused)
        {
            tenant.Change(context, before => features.Enable(before.Kind, before.Features, [id]).TryGet(out var after) ? before with { Theme = id, Features = after } : before);
            await documents.RemoveAsync(KeptCollections.Themes, "site", cancellationToken);
            context.Applied(id, ContentRecipeMessages.ThemeSet, id);
        }
        else
        {
            context.Skipped(id, new(enabled.Problems[0].Code, enabled.Problems[0].Message), [.. enabled.Problems[0].Arguments]);
        }
    }

    private async Task SameAsync(RecipeStepContext context, string place, string id, CancellationToken cancellationToken)
    {
        await documents.RemoveAsync(KeptCollections.Themes, place, cancellationToken);
        context.Unchanged(id, ContentRecipeMessages.ThemeSame, id);
    }

    private async Task KeepAsync(RecipeStepContext context, string place, string id, CancellationToken cancellationToken)
    {
        if (await documents.PutAsync(KeptCollections.Themes, place, id, cancellationToken))
        {
            context.Kept(id, ContentRecipeMessages.ThemeUnavailable, id);
        }
        else
        {
            context.Unchanged(id, ContentRecipeMessages.ThemeSame, id);
        }
    }
}
