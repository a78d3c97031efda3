using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Recipes.Content;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Modularity.Texts;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Running;

namespace AgencyCMS.ContentManagement.Recipes.Steps;

/// <summary>Imports content items, whatever their type.</summary>
internal sealed class ContentStep(ContentImport import, DefinitionStore definitions, TenantContext tenants) : IRecipeStep
{
    // Read and written together: large enough for few queries, small enough for their lists of ids.
    private const int BatchSize = 200;
    private const int ShownCharacters = 60;

    public IReadOnlyCollection<string> Names { get; } = ["content"];

    public string? Permission => ContentRights.Publish;

    public void Check(RecipeStepContext context, JsonObject step)
    {
        if (step.Find("data") is not JsonArray data)
        {
            return;
        }
        for (var index = 0; index < data.Count; index++)
        {
            var item = data[index] as JsonObject;
            if (item?[nameof(ContentItem.ContentItemId)].AsText() is { Length: > 0 })
            {
                CheckNames(context, item, index);
            }
            else
            {
                context.Fail(null, ContentRecipeMessages.ItemWithoutId, index);
            }
        }
    }

    // These stand in addresses, indexes and lists, here and wherever the site is exported to.
    private static void CheckNames(RecipeStepContext context, JsonObject item, int index)
    {
        foreach (var name in new[] { nameof(ContentItem.ContentItemId), nameof(ContentItem.ContentItemVersionId) })
        {
            if (item[name].AsText() is { Length: > 0 } id && !ContentIds.IsAcceptable(id))
            {
                context.Fail(null, ContentRecipeMessages.IdNotValid, index, name, ContentLimits.Id, Characters.Shorten(id, ShownCharacters));
            }
        }
        foreach (var (name, limit) in new[] { (nameof(ContentItem.ContentType), ContentLimits.ContentType), (nameof(ContentItem.Author), ContentLimits.Person), (nameof(ContentItem.Owner), ContentLimits.Person) })
        {
            if (Characters.Exceeds(item[name].AsText(), limit))
            {
                context.Fail(null, ContentRecipeMessages.ItemNameTooLong, index, name, limit);
            }
        }
    }

    public async Task ExecuteAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken)
    {
        // Counted to the day the tenant was made, so that the same recipe says the same when it is run again.
        var moved = MovedDates.Between(step.FindText("WrittenOn"), DateOnly.FromDateTime(tenants.Tenant.ToLocal(tenants.Tenant.CreatedAt).DateTime));
        var items = step.FindObjects("data").Select(json => Read(json, moved)).ToList();
        var known = await definitions.GetAsync(cancellationToken);
        foreach (var type in items.Select(item => item.ContentType).Distinct().Where(type => known.FindType(type) is null))
        {
            context.Warn(type, ContentRecipeMessages.TypeUndefined, type);
        }
        foreach (var batch in items.Chunk(BatchSize))
        {
            await import.ImportAsync(context, batch, cancellationToken);
        }
    }

    // "Id" is the key in the other site's database and means nothing here.
    private static ContentItem Read(JsonObject json, MovedDates? moved)
    {
        moved?.Apply(json);
        var item = ContentItem.FromJson(json);
        if (item.Document["Id"] is null or JsonValue)
        {
            item.Document.Remove("Id");
        }
        return item;
    }
}
