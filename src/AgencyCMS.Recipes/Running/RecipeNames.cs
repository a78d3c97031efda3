using System.Text.Json.Nodes;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Recipes.Running;

/// <summary>
/// The names and keys by which steps store things, of whatever module. A database refuses long ones only when it writes them, and each database at another length, so
/// they are looked at before anything is done.
/// </summary>
internal static class RecipeNames
{
    /// <summary>What every database can still look up, also in the rarest characters.</summary>
    internal const int MaxCharacters = 500;

    private const int ShownCharacters = 60;

    /// <summary>A thing's name stands in the step or in the thing itself; what lies deeper is what the thing says, as is all of a section of settings.</summary>
    private const int NamingDepth = 2;
    private static readonly string[] WithoutNames = ["settings", "custom-settings"];

    // Texts are of any length; these say which thing is meant.
    private static readonly HashSet<string> Naming = new(StringComparer.OrdinalIgnoreCase)
    {
        "name", "id", "code", "entry", "number", "period", "tenant", "prefix", "recipe", "hosts", "userName", "roles", "groups", "permissions",
        "contentItemId", "contentItemVersionId", "contentType", "contentTypes", "contentParts", "partName", "fieldName",
        "path", "targetPath", "sourcePath", "enable", "disable", "site", "admin", "sitemapId", "workflowTypeId", "culture", "context",
    };

    /// <summary>Reports every name that is too long.</summary>
    internal static void Check(RecipeStepContext context, JsonObject step) => Check(context, step, "", depth: 0);

    internal static void Refuse(RecipeStepContext context, string place, string name) =>
        context.Fail(null, RecipeMessages.NameTooLong, Shown(context.Name), place, MaxCharacters, Shown(name));

    private static void Check(RecipeStepContext context, JsonNode? node, string place, int depth)
    {
        if (node is JsonArray array)
        {
            for (var index = 0; index < array.Count; index++)
            {
                Check(context, array[index], $"{place}[{index}]", depth + 1);
            }
        }
        foreach (var (key, value) in node as JsonObject ?? [])
        {
            if (Characters.Exceeds(key, MaxCharacters))
            {
                Refuse(context, Shown(place.Length == 0 ? context.Name : place), key);
                continue;
            }
            var below = place.Length == 0 ? key : $"{place}.{key}";
            foreach (var name in IsNaming(context, key, depth) ? NamesIn(value).Where(name => Characters.Exceeds(name, MaxCharacters)) : [])
            {
                Refuse(context, Shown(below), name);
            }
            Check(context, value, below, depth + 1);
        }
    }

    private static bool IsNaming(RecipeStepContext context, string key, int depth) =>
        depth <= NamingDepth && Naming.Contains(key) && !WithoutNames.Contains(context.Name, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> NamesIn(JsonNode? value) => value is JsonArray array ? array.Select(RecipeStepJson.AsText).OfType<string>() : value.AsText() is { } text ? [text] : [];

    private static string Shown(string text) => Characters.Shorten(text, ShownCharacters);
}
