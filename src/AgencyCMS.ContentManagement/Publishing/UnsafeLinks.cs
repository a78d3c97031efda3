using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>Finds addresses that could run a program, wherever they stand in a document or in settings. Text that is no address is not looked at.</summary>
public static class UnsafeLinks
{
    private static readonly string[] Endings = ["url", "urls", "href", "uri", "link", "links", "emblem", "logo", "src"];

    /// <summary>Place of each, as names with dots between, and the address itself.</summary>
    public static IEnumerable<(string Place, string Address)> Find(JsonNode? node) => Find(node, "", isAddress: false);

    private static IEnumerable<(string Place, string Address)> Find(JsonNode? node, string place, bool isAddress) => node switch
    {
        JsonObject json => json.SelectMany(property => Find(property.Value, place.Length > 0 ? $"{place}.{property.Key}" : property.Key, IsName(property.Key))),
        JsonArray array => array.SelectMany(element => Find(element, place, isAddress)),
        JsonValue value when isAddress && value.GetValueKind() is JsonValueKind.String && !WebAddress.IsSafe(value.ToString()) => [(place, value.ToString())],
        _ => [],
    };

    private static bool IsName(string name) => Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
