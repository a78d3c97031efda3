using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Items.Comparison;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Recipes.Running;

namespace AgencyCMS.ContentManagement.Recipes.Steps;

/// <summary>Replaces sections of the site's settings. Sections that nobody here knows are kept verbatim like the others.</summary>
internal sealed class SettingsStep(TenantSettings settings) : IRecipeStep
{
    public IReadOnlyCollection<string> Names { get; } = ["settings"];

    public string? Permission => "site.settings";

    public async Task ExecuteAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken)
    {
        foreach (var (section, value) in step.Where(property => property.Key != "name" && property.Value is not null))
        {
            var links = UnsafeLinks.Find(value).ToList();
            if (links.Count > 0)
            {
                links.ForEach(link => context.Fail(section, ContentRecipeMessages.SettingNotALink, $"{section}.{link.Place}", link.Address));
                continue;
            }
            SeenTexts.TidyAll(value);
            var unseen = SeenTexts.CheckAll(value).ToList();
            if (unseen.Count > 0)
            {
                unseen.ForEach(found => context.Fail($"{section}.{found.Place}", new(found.Problem.Code, found.Problem.Message), [.. found.Problem.Arguments]));
                continue;
            }
            var known = await settings.FindAsync(section, cancellationToken);
            if (known is not null && CanonicalJson.Write(known) == CanonicalJson.Write(value))
            {
                context.Unchanged(section, ContentRecipeMessages.SettingSame, section);
                continue;
            }
            await settings.PutAsync(section, value, cancellationToken);
            context.Applied(section, ContentRecipeMessages.SettingSet, section);
        }
    }
}
