using System.Text;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Definitions;
using AgencyCMS.ContentManagement.Items.Comparison;
using AgencyCMS.Recipes;

namespace AgencyCMS.ContentManagement.Tests.Recipes;

/// <summary>What a recipe brings, whatever the order and grouping of its steps: name of the thing to one spelling of its content.</summary>
internal static class NormalisedRecipe
{
    internal static SortedDictionary<string, string> Of(string json)
    {
        var things = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var step in RecipeReader.Read(Encoding.UTF8.GetBytes(json)).Steps)
        {
            foreach (var (name, value) in Things(step!))
            {
                things[name] = value;
            }
        }
        return things;
    }

    private static IEnumerable<(string Name, string Value)> Things(JsonObject step)
    {
        var kind = ((string)step["name"]!).ToUpperInvariant();
        return kind switch
        {
            // The mark that an item was public before it came here is this site's own.
            "CONTENT" => step.FindObjects("data").Select(item => WithoutMark(item)).Select(item => (
                $"item {item["ContentItemId"]} {item["Published"] ?? false}",
                ContentItemComparison.Canonical(item, IgnoredProperties.VersionId | IgnoredProperties.Nulls | (item.ContainsKey("ModifiedUtc") ? 0 : IgnoredProperties.Dates)))),
            "CONTENTDEFINITION" or "REPLACECONTENTDEFINITION" => Definitions(ContentDefinitionJson.Read(step)),
            "FEATURE" => step.FindTexts("enable").Select(id => ($"feature {id}", "on")),
            "THEMES" or "SETTINGS" or "CUSTOM-SETTINGS" => step.Where(property => property.Key != "name" && property.Value.AsText() != "")
                .Select(property => ($"{kind} {(kind == "THEMES" ? property.Key.ToUpperInvariant() : property.Key)}", CanonicalJson.Write(property.Value, dropNulls: true))),
            _ => step.Where(property => property.Key != "name").SelectMany(property => Parts(kind, property.Value)),
        };
    }

    private static JsonObject WithoutMark(JsonObject item)
    {
        item.Remove("ImportedPart");
        return item;
    }

    private static IEnumerable<(string, string)> Definitions(ContentDefinitions definitions) =>
        definitions.Types.Values.Select(type => ($"type {type.Name}", CanonicalJson.Write(ContentDefinitionJson.Write(type), dropNulls: true)))
            .Concat(definitions.Parts.Values.Select(part => ($"part {part.Name}", CanonicalJson.Write(ContentDefinitionJson.Write(part), dropNulls: true))));

    // Of the other steps every thing counts by what it says.
    private static IEnumerable<(string, string)> Parts(string kind, JsonNode? payload) => payload switch
    {
        JsonArray array => array.Select(thing => Part(kind, CanonicalJson.Write(thing, dropNulls: true))),
        JsonObject map => map.Select(thing => Part(kind, thing.Key + CanonicalJson.Write(thing.Value, dropNulls: true))),
        _ => [Part(kind, CanonicalJson.Write(payload))],
    };

    private static (string, string) Part(string kind, string value) => ($"{kind} {value}", "");
}
