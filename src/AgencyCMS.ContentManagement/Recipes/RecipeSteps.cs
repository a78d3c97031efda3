using AgencyCMS.ContentManagement.Recipes.Kept;
using AgencyCMS.ContentManagement.Recipes.Steps;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Recipes.Running;

namespace AgencyCMS.ContentManagement.Recipes;

/// <summary>The platform's steps and those of the tenant's features.</summary>
internal sealed class RecipeSteps(
    IFeatureServices<IRecipeStep> contributed,
    FeatureStep features,
    ThemesStep themes,
    SettingsStep settings,
    CustomSettingsStep customSettings,
    ContentDefinitionStep definitions,
    ContentStep content,
    ContentHistoryStep history,
    MediaStep media,
    RefusedSteps refused,
    KeptStepsHandler kept) : IRecipeSteps
{
    public IReadOnlyList<IRecipeStep> Current
    {
        get
        {
            var ours = contributed.All.ToList();
            IEnumerable<IRecipeStep> platform = [features, themes, settings, customSettings, definitions, content, history, media, refused, kept];
            // A module that gives a step a meaning takes it over from those that only keep it.
            var names = ours.SelectMany(step => step.Names).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return [.. platform.Where(step => !step.Names.Any(names.Contains)), .. ours];
        }
    }
}
