using System.Text.Json.Nodes;

namespace AgencyCMS.ContentManagement.Definitions;

/// <summary>
/// How Orchard Core merges settings: objects key by key, arrays as a union, anything else and null overwrites.
/// Nothing is ever removed, and merging the same settings again changes nothing.
/// </summary>
internal static class SettingsMerge
{
    internal static void Into(JsonObject target, JsonObject source)
    {
        foreach (var (key, value) in source)
        {
            switch (target[key], value)
            {
                case (JsonObject old, JsonObject added):
                    Into(old, added);
                    break;
                case (JsonArray old, JsonArray added):
                    Union(old, added);
                    break;
                default:
                    target[key] = value?.DeepClone();
                    break;
            }
        }
    }

    private static void Union(JsonArray target, JsonArray source)
    {
        foreach (var element in source.Where(element => !target.Any(known => JsonNode.DeepEquals(known, element))).ToList())
        {
            target.Add(element?.DeepClone());
        }
    }
}
