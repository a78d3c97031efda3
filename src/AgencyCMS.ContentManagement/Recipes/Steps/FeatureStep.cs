using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Recipes.Kept;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Reporting;
using AgencyCMS.Recipes.Running;

namespace AgencyCMS.ContentManagement.Recipes.Steps;

/// <summary>Switches features on and off, dependencies included. What no module here has is kept as a wish.</summary>
internal sealed class FeatureStep(FeatureCatalogue features, StagedTenant tenant, KeptDocuments documents) : IRecipeStep
{
    public IReadOnlyCollection<string> Names { get; } = ["feature"];

    public string? Permission => "site.features";

    // Done on the check already: the steps behind this one may belong to the features it switches on.
    public void Check(RecipeStepContext context, JsonObject step)
    {
        foreach (var id in step.FindTexts("enable").Where(IsKnown))
        {
            var enabled = features.Enable(tenant.Current.Kind, tenant.Current.Features, [id]);
            Report(context, id, tenant.Current.HasFeature(id), enabled.Problems, ContentRecipeMessages.FeatureOn);
            if (!enabled.IsRefused && !tenant.Current.HasFeature(id))
            {
                tenant.Change(context, before => features.Enable(before.Kind, before.Features, [id]).TryGet(out var after) ? before with { Features = after } : before);
            }
        }
        foreach (var id in step.FindTexts("disable").Where(IsKnown))
        {
            var disabled = features.Disable(tenant.Current.Features, [id]);
            Report(context, id, !tenant.Current.HasFeature(id), disabled.Problems, ContentRecipeMessages.FeatureOff);
            if (!disabled.IsRefused && tenant.Current.HasFeature(id))
            {
                tenant.Change(context, before => features.Disable(before.Features, [id]).TryGet(out var after) ? before with { Features = after } : before);
            }
        }
    }

    public async Task ExecuteAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken)
    {
        var wishes = step.FindTexts("enable").Select(id => (id, IsOn: true)).Concat(step.FindTexts("disable").Select(id => (id, IsOn: false)));
        foreach (var (id, isOn) in wishes.Where(wish => !IsKnown(wish.id)))
        {
            if (await documents.PutAsync(KeptCollections.Features, id, isOn, cancellationToken))
            {
                context.Kept(id, ContentRecipeMessages.FeatureUnavailable, id);
            }
            else
            {
                context.Unchanged(id, ContentRecipeMessages.FeatureSame, id);
            }
        }
    }

    private bool IsKnown(string id) => features.Find(id) is not null;

    private static void Report(RecipeStepContext context, string id, bool isSame, IEnumerable<Modularity.Problems.Problem> problems, RecipeMessage done)
    {
        var refusal = problems.FirstOrDefault();
        if (isSame)
        {
            context.Unchanged(id, ContentRecipeMessages.FeatureSame, id);
        }
        else if (refusal is not null)
        {
            context.Skipped(id, new(refusal.Code, refusal.Message), [.. refusal.Arguments]);
        }
        else
        {
            context.Applied(id, done, id);
        }
    }
}
