using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Items.Comparison;
using AgencyCMS.Recipes;

namespace AgencyCMS.ContentManagement.Recipes.Kept;

/// <summary>Takes a kept step apart into named things and puts it together again.</summary>
internal static class KeptStepJson
{
    private const int MaxKeyLength = 500;

    internal static IEnumerable<(string Name, JsonNode? Value)> Things(KeptStep shape, JsonObject step) => shape.Form switch
    {
        KeptForm.Map => step.Find(shape.Payload) is JsonObject map ? map.Select(property => (property.Key, property.Value)) : [],
        KeptForm.List => step.Find(shape.Payload) is JsonArray list ? list.Select(thing => (Key(shape, thing), thing)) : [],
        KeptForm.Singles => step.FindObjects(shape.Payload).SelectMany(single => single.Select(property => (property.Key, property.Value))),
        _ => [(HashOf(step), step)],
    };

    /// <summary>The steps that bring the things back; one, or for whole steps one for each.</summary>
    internal static IEnumerable<JsonObject> Steps(KeptStep shape, IReadOnlyList<(string Name, JsonNode? Value)> things) => shape.Form switch
    {
        KeptForm.Map => [Step(shape, new JsonObject(things.Select(thing => KeyValuePair.Create(thing.Name, thing.Value))))],
        KeptForm.List => [Step(shape, new JsonArray([.. things.Select(thing => thing.Value)]))],
        KeptForm.Singles => [Step(shape, new JsonArray([.. things.Select(thing => new JsonObject { [thing.Name] = thing.Value })]))],
        _ => things.Select(thing => thing.Value).OfType<JsonObject>(),
    };

    /// <summary>A short name for a thing that has none of its own: the same for things that say the same.</summary>
    internal static string HashOf(JsonNode? thing) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Write(thing))))[..16];

    private static JsonObject Step(KeptStep shape, JsonNode payload) => new() { ["name"] = shape.Name, [shape.Payload] = payload };

    private static string Key(KeptStep shape, JsonNode? thing)
    {
        var names = shape.Keys.Select(key => (thing as JsonObject)?.FindText(key)).Where(name => !string.IsNullOrEmpty(name)).ToList();
        var key = names.Count == 0 ? HashOf(thing) : shape.IsCompound ? string.Join('|', names) : names[0]!;
        // A translation is known by the sentence itself, which may be too long to look up by.
        return key.Length > MaxKeyLength ? HashOf(key) : key;
    }
}
