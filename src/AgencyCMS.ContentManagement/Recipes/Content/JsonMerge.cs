using System.Text.Json.Nodes;

namespace AgencyCMS.ContentManagement.Recipes.Content;

/// <summary>How an import updates a version that is there already: objects key by key, arrays replaced.</summary>
internal static class JsonMerge
{
    internal static void Into(JsonObject target, JsonObject source)
    {
        foreach (var (key, value) in source)
        {
            if (target[key] is JsonObject old && value is JsonObject added)
            {
                Into(old, added);
            }
            else
            {
                target[key] = value?.DeepClone();
            }
        }
    }
}
