using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgencyCMS.Recipes;

/// <summary>
/// Liberal reading of a step: keys are found whatever their case, numbers and booleans may be written as strings,
/// and what has another shape than expected reads as absent instead of throwing.
/// </summary>
public static class RecipeStepJson
{
    /// <summary>The value under the key, the exact spelling before another; null when there is none.</summary>
    public static JsonNode? Find(this JsonObject json, string key)
    {
        ArgumentNullException.ThrowIfNull(json);
        return json.TryGetPropertyValue(key, out var exact)
            ? exact
            : json.FirstOrDefault(property => property.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value;
    }

    /// <summary>The text of a string, number or boolean; null for anything else.</summary>
    public static string? FindText(this JsonObject json, string key) => json.Find(key).AsText();

    public static bool? FindFlag(this JsonObject json, string key) =>
        bool.TryParse(json.FindText(key), out var flag) ? flag : null;

    public static int? FindNumber(this JsonObject json, string key) =>
        int.TryParse(json.FindText(key), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The texts of an array, leaving out nulls, objects and arrays; empty when there is no array.</summary>
    public static IReadOnlyList<string> FindTexts(this JsonObject json, string key) =>
        json.Find(key) is JsonArray array ? [.. array.Select(AsText).OfType<string>()] : [];

    /// <summary>The objects of an array, leaving out what is not an object; empty when there is no array.</summary>
    public static IReadOnlyList<JsonObject> FindObjects(this JsonObject json, string key) =>
        json.Find(key) is JsonArray array ? [.. array.OfType<JsonObject>()] : [];

    /// <summary>The text of a string, number or boolean; null for anything else.</summary>
    public static string? AsText(this JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.String => node.ToString(),
        JsonValueKind.Number => node.ToJsonString(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };
}
