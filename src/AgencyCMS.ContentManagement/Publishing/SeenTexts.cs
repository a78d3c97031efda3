using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>Sees that titles and other plain texts of a document are what they look like, whoever brings it.</summary>
public static class SeenTexts
{
    // Titles of items and of their files, the fields of text, and groups keep their texts under these names.
    private static readonly string[] Names = ["Title", "DisplayText", "Text", "Values", "Group"];

    /// <summary>Takes accidents out of every text below a node; nothing is written when there are none.</summary>
    public static void TidyAll(JsonNode? node) => Tidy(Find(node, "", _ => true));

    /// <summary>Every text below a node that nobody sees all of.</summary>
    public static IEnumerable<(string Place, Problem Problem)> CheckAll(JsonNode? node) => Check(Find(node, "", _ => true));

    /// <summary>The same for the titles and fields of an item.</summary>
    internal static void TidyItem(JsonObject document) => Tidy(Find(document, "", IsPlain));

    /// <summary>The problems of an item's titles and fields, each under the name of its input.</summary>
    internal static IEnumerable<Problem> CheckItem(JsonObject document) => Check(Find(document, "", IsPlain)).Select(found => found.Problem).DistinctBy(problem => problem.Field);

    private static void Tidy(IEnumerable<(string Place, JsonValue Value)> texts)
    {
        foreach (var (_, value) in texts.ToList())
        {
            var text = value.GetValue<string>();
            if (StorableText.Tidy(text) is var tidy && tidy != text)
            {
                value.ReplaceWith(tidy);
            }
        }
    }

    private static IEnumerable<(string Place, Problem Problem)> Check(IEnumerable<(string Place, JsonValue Value)> texts) =>
        texts.SelectMany(text => TextProblems.CheckSeen(FieldOf(text.Place), text.Value.GetValue<string>()) is { } problem ? [(text.Place, problem)] : Array.Empty<(string, Problem)>());

    // A field's text stands in an object of the field's name.
    private static string FieldOf(string place) => place is "TitlePart.Title" or "DisplayText" ? "Title"
        : place.EndsWith(".Text", StringComparison.Ordinal) || place.EndsWith(".Values", StringComparison.Ordinal) ? place[..place.LastIndexOf('.')] : place;

    private static bool IsPlain(string name) => Array.Exists(Names, known => known.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<(string Place, JsonValue Value)> Find(JsonNode? node, string place, Predicate<string> isWanted, string name = "") => node switch
    {
        JsonObject json => json.SelectMany(property => Find(property.Value, place.Length > 0 ? $"{place}.{property.Key}" : property.Key, isWanted, property.Key)),
        JsonArray array => array.SelectMany(element => Find(element, place, isWanted, name)),
        JsonValue value when value.GetValueKind() is JsonValueKind.String && isWanted(name) => [(place, value)],
        _ => [],
    };
}
