using System.Globalization;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Definitions;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Modularity.Texts;
using AgencyCMS.Recipes;

namespace AgencyCMS.Contents.ShowItem;

/// <summary>The fields of a type's own part that have a value a reader can read, in the order of the definition.</summary>
internal sealed class FieldsSection(DefinitionStore definitions, HtmlCleaner cleaner, LiveLinks links, TenantContext tenants) : IItemSection
{
    public int Order => 30;

    public async Task<ItemView?> BuildAsync(ShownItem shown, CancellationToken cancellationToken)
    {
        var type = shown.Item.ContentType;
        if (shown.Item.Document[type] is not JsonObject part || (await definitions.GetAsync(cancellationToken)).FindPart(type) is not { } definition)
        {
            return null;
        }
        var facts = definition.Fields.Select(field => Read(field, part[field.Name] as JsonObject)).OfType<ItemFact>().ToList();
        return facts.Count == 0 ? null : new ItemView("ItemFields", facts);
    }

    private ItemFact? Read(ContentPartFieldDefinition field, JsonObject? value)
    {
        ItemFact? fact = field.FieldName switch
        {
            "TextField" => Text(value?.FindText("Text")),
            "NumericField" => Text(value?.FindText("Value")),
            "DateField" => Text(value?.FindText("Value") is { Length: >= 10 } date ? date[..10] : null),
            "DateTimeField" => Text(Local(value?.FindText("Value"))),
            "MultiTextField" => Text(string.Join(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? "、" : ", ", value?.FindTexts("Values") ?? [])),
            "HtmlField" => value?.FindText("Html") is { Length: > 0 } html ? new ItemFact(field.DisplayName, links.Keep(cleaner.Clean(html)), null, IsHtml: true) : null,
            "LinkField" => value?.FindText("Url") is { Length: > 0 } url
                ? new ItemFact(field.DisplayName, value.FindText("Text") is { Length: > 0 } text ? text : url, WebAddress.IsSafe(url) ? url : null)
                : null,
            _ => null,
        };
        return fact;

        ItemFact? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : new ItemFact(field.DisplayName, text, null);
    }

    private string? Local(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? tenants.Tenant.ToLocal(instant).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
            : null;
}

/// <summary>A field with its value.</summary>
internal sealed record ItemFact(string Label, string Text, string? Href, bool IsHtml = false);
