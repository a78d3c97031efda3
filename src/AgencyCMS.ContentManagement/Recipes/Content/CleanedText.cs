using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Items.Parts;

namespace AgencyCMS.ContentManagement.Recipes.Content;

/// <summary>The HTML texts of a document that were cleaned: where each stands and what it was.</summary>
internal static class CleanedText
{
    private const string Place = nameof(Place);
    private const string Text = nameof(Text);

    // Bodies and fields keep their HTML under this name, and only there is it cleaned.
    private const string Html = nameof(HtmlBodyPart.Html);

    /// <summary>Texts that stand at the same place of both documents and differ.</summary>
    /// <returns>Objects with the place as an array of names and numbers, and the text as it came.</returns>
    internal static JsonArray Between(JsonObject source, JsonObject stored) =>
        [.. Differences(source, stored, []).Select(found => new JsonObject { [Place] = new JsonArray([.. found.Place.Select(Step)]), [Text] = found.Text })];

    /// <summary>Puts the texts back; a place that is no longer there is passed over.</summary>
    internal static void Restore(JsonObject document, JsonArray texts)
    {
        foreach (var text in texts.OfType<JsonObject>())
        {
            JsonNode? node = document;
            foreach (var step in text[Place]!.AsArray())
            {
                node = node is null ? null : At(node, step!);
            }
            node?.ReplaceWith(text[Text]!.ToString());
        }
    }

    private static IEnumerable<(object[] Place, string Text)> Differences(JsonNode? source, JsonNode? stored, object[] place) => (source, stored) switch
    {
        (JsonObject one, JsonObject other) => one.SelectMany(property => Differences(property.Value, other[property.Key], [.. place, property.Key])),
        (JsonArray one, JsonArray other) => one.Take(other.Count).SelectMany((element, index) => Differences(element, other[index], [.. place, index])),
        (JsonValue one, JsonValue other) when place is [.., string name] && name.Equals(Html, StringComparison.OrdinalIgnoreCase) && IsText(one) && IsText(other) && one.ToString() != other.ToString() => [(place, one.ToString())],
        _ => [],
    };

    private static bool IsText(JsonValue value) => value.GetValueKind() is JsonValueKind.String;

    private static JsonNode Step(object step) => step is int index ? index : (string)step;

    private static JsonNode? At(JsonNode node, JsonNode step) => node switch
    {
        JsonObject json => json[step.ToString()],
        JsonArray array when step.GetValueKind() is JsonValueKind.Number && step.GetValue<int>() < array.Count => array[step.GetValue<int>()],
        _ => null,
    };
}
