using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Recipes.Reporting;
using AgencyCMS.Recipes.Running;

namespace AgencyCMS.Disclosure.Recipes;

/// <summary>Step <c>Vocabularies</c>: adds or replaces lists of terms.</summary>
internal sealed class VocabulariesStep(TenantDocuments documents) : IRecipeStep
{
    private static readonly RecipeMessage Stored = new("disclosure.vocabulary-stored", "Vocabulary stored.");
    private static readonly RecipeMessage Same = new("disclosure.vocabulary-same", "Vocabulary unchanged.");
    private static readonly RecipeMessage Nameless = new("disclosure.vocabulary-nameless", "A vocabulary needs a name.");

    public IReadOnlyCollection<string> Names { get; } = ["Vocabularies"];

    public string? Permission => DisclosurePermissions.EditCatalogueId;

    public async Task ExecuteAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken)
    {
        foreach (var vocabulary in (step["Vocabularies"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var name = vocabulary["Name"]?.GetValue<string>();
            if (string.IsNullOrEmpty(name))
            {
                context.Fail(null, Nameless);
                return;
            }
            SeenTexts.TidyAll(vocabulary);
            if (SeenTexts.CheckAll(vocabulary).FirstOrDefault().Problem is { } unseen)
            {
                context.Fail(name, new(unseen.Code, unseen.Message), [.. unseen.Arguments]);
                return;
            }
            if (await documents.PutAsync(new TenantDocument(Vocabularies.Collection, name, vocabulary.ToJsonString(ContentItemJson.Compact)), cancellationToken))
            {
                context.Applied(name, Stored);
            }
            else
            {
                context.Unchanged(name, Same);
            }
        }
    }
}
