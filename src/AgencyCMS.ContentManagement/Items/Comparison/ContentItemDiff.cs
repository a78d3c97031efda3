using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgencyCMS.ContentManagement.Items.Comparison;

/// <summary>Lists what differs between two versions of an item, in the order of the newer document.</summary>
public static class ContentItemDiff
{
    // What saving and publishing change by themselves tells a reader nothing.
    private static readonly HashSet<string> Bookkeeping =
    [
        nameof(ContentItem.ContentItemVersionId), nameof(ContentItem.Latest), nameof(ContentItem.Published),
        nameof(ContentItem.ModifiedUtc), nameof(ContentItem.PublishedUtc), nameof(ContentItem.CreatedUtc),
    ];

    public static IReadOnlyList<ContentItemChange> Between(ContentItem before, ContentItem after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return [.. Names(before.Document, after.Document).Where(name => !Bookkeeping.Contains(name)).SelectMany(name => Nodes(name, before.Document[name], after.Document[name]))];
    }

    private static IEnumerable<ContentItemChange> Nodes(string path, JsonNode? before, JsonNode? after) => (before, after) switch
    {
        _ when JsonNode.DeepEquals(before, after) => [],
        (JsonObject or null, JsonObject or null) => Objects(path, before as JsonObject, after as JsonObject),
        (JsonArray or null, JsonArray or null) => Arrays(path, before as JsonArray ?? [], after as JsonArray ?? []),
        _ => [Change(path, Display(before), Display(after))],
    };

    private static IEnumerable<ContentItemChange> Objects(string path, JsonObject? before, JsonObject? after) =>
        Names(before, after).SelectMany(name => Nodes($"{path}.{name}", before?[name], after?[name]));

    private static IEnumerable<string> Names(JsonObject? before, JsonObject? after) =>
        (after ?? []).Select(property => property.Key).Union((before ?? []).Select(property => property.Key));

    private static IEnumerable<ContentItemChange> Arrays(string path, JsonArray before, JsonArray after)
    {
        var isOfItems = before.Concat(after).All(element => IdOf(element) is not null);
        return isOfItems ? Items(path, before, after) : Places(path, before, after);
    }

    // Items inside an item are the same when their ids are, wherever they stand.
    private static IEnumerable<ContentItemChange> Items(string path, JsonArray before, JsonArray after)
    {
        var changes = new List<ContentItemChange>();
        string[] oldIds = [.. before.Select(element => IdOf(element)!)];
        string[] newIds = [.. after.Select(element => IdOf(element)!)];
        var (oldPlaces, newPlaces) = (PlacesOf(oldIds), PlacesOf(newIds));
        foreach (var id in newIds.Union(oldIds))
        {
            var (oldPlace, newPlace) = (oldPlaces.GetValueOrDefault(id, -1), newPlaces.GetValueOrDefault(id, -1));
            var place = Place(path, newPlace < 0 ? oldPlace : newPlace);
            changes.AddRange(Nodes(place, oldPlace < 0 ? null : before[oldPlace], newPlace < 0 ? null : after[newPlace]));
        }
        if (!oldIds.Intersect(newIds).SequenceEqual(newIds.Intersect(oldIds)))
        {
            changes.Add(Change(path, string.Join(", ", oldIds), string.Join(", ", newIds)));
        }
        return changes;
    }

    private static Dictionary<string, int> PlacesOf(string[] ids)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < ids.Length; i++)
        {
            places.TryAdd(ids[i], i);
        }
        return places;
    }

    private static IEnumerable<ContentItemChange> Places(string path, JsonArray before, JsonArray after) =>
        Enumerable.Range(0, Math.Max(before.Count, after.Count)).SelectMany(index =>
            Nodes(Place(path, index), before.ElementAtOrDefault(index), after.ElementAtOrDefault(index)));

    private static string? IdOf(JsonNode? element) => element is JsonObject json ? ContentItemJson.Text(json, nameof(ContentItem.ContentItemId)) : null;

    private static string Place(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    private static string? Display(JsonNode? node) =>
        node?.GetValueKind() is JsonValueKind.String ? node.ToString() : node?.ToJsonString(ContentItemJson.Compact);

    private static ContentItemChange Change(string path, string? before, string? after) =>
        new(path, before, after, before is null || after is null ? [] : TextDiff.Between(before, after));
}
