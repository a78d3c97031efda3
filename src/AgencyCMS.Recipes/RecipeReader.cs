using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgencyCMS.Recipes;

/// <summary>
/// Reads the envelope of a recipe. The root properties are taken in file order, as Orchard Core streams them:
/// variables written after the steps do not reach them.
/// </summary>
public static class RecipeReader
{
    /// <exception cref="RecipeFormatException">The bytes are not a recipe; says the line and the column.</exception>
    public static RecipeDocument Read(ReadOnlyMemory<byte> utf8)
    {
        using var document = RecipeJson.ParseDocument(utf8, RecipeText.Check);
        var root = document.RootElement;
        if (root.ValueKind is not JsonValueKind.Object)
        {
            throw new RecipeFormatException("A recipe is a JSON object.", 1, 1);
        }
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        var steps = new List<JsonObject?>();
        var hasSteps = false;
        var hasLateVariables = false;
        foreach (var property in root.EnumerateObject())
        {
            if (property.NameEquals("variables") && property.Value.ValueKind is JsonValueKind.Object)
            {
                hasLateVariables |= hasSteps;
                AddVariables(hasSteps ? [] : variables, property.Value);
            }
            else if (property.NameEquals("steps"))
            {
                hasSteps = true;
                steps.AddRange(ReadSteps(property.Value));
            }
        }
        return new(ReadDescriptor(root), variables, steps, hasLateVariables);
    }

    private static void AddVariables(Dictionary<string, string> variables, JsonElement element)
    {
        foreach (var variable in element.EnumerateObject())
        {
            variables[variable.Name] = variable.Value.ToString();
        }
    }

    private static IEnumerable<JsonObject?> ReadSteps(JsonElement steps) => steps.ValueKind switch
    {
        JsonValueKind.Array => steps.Clone().EnumerateArray().Select(step => RecipeJson.ToNode(step) as JsonObject),
        JsonValueKind.Null => [],
        _ => throw new RecipeFormatException("The steps of a recipe are a JSON array.", 0, 0),
    };

    private static RecipeDescriptor ReadDescriptor(JsonElement root)
    {
        var descriptor = new RecipeDescriptor();
        foreach (var property in root.EnumerateObject())
        {
            var value = property.Value;
            descriptor = property.Name.ToUpperInvariant() switch
            {
                "NAME" => descriptor with { Name = Text(value) },
                "DISPLAYNAME" => descriptor with { DisplayName = Text(value) },
                "DESCRIPTION" => descriptor with { Description = Text(value) },
                "AUTHOR" => descriptor with { Author = Text(value) },
                "WEBSITE" => descriptor with { Website = Text(value) },
                "VERSION" => descriptor with { Version = Text(value) },
                "ISSETUPRECIPE" => descriptor with { IsSetupRecipe = bool.TryParse(Text(value), out var isSetup) && isSetup },
                "CATEGORIES" => descriptor with { Categories = Texts(value) },
                "TAGS" => descriptor with { Tags = Texts(value) },
                _ => descriptor,
            };
        }
        return descriptor;
    }

    private static string Text(JsonElement value) => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? "" : value.ToString();

    // Files of the Newtonsoft era write "" for an empty list.
    private static List<string> Texts(JsonElement value) =>
        value.ValueKind is JsonValueKind.Array ? [.. value.EnumerateArray().Select(Text)] : [];
}
