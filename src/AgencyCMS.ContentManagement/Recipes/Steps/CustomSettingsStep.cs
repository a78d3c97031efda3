using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Recipes.Kept;
using AgencyCMS.Recipes.Running;

namespace AgencyCMS.ContentManagement.Recipes.Steps;

/// <summary>Settings that are content items of a type with the stereotype CustomSettings: one item for each type.</summary>
internal sealed class CustomSettingsStep(KeptDocuments documents) : IRecipeStep
{
    public IReadOnlyCollection<string> Names { get; } = ["custom-settings"];

    public string? Permission => "site.settings";

    public async Task ExecuteAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken)
    {
        foreach (var (type, value) in step.Where(property => property.Key != "name" && property.Value is JsonObject))
        {
            var item = ContentItem.FromJson(value!.AsObject());
            if (await documents.PutAsync(KeptCollections.CustomSettings, type, item.Document, cancellationToken))
            {
                context.Applied(type, ContentRecipeMessages.SettingSet, type);
            }
            else
            {
                context.Unchanged(type, ContentRecipeMessages.SettingSame, type);
            }
        }
    }
}
