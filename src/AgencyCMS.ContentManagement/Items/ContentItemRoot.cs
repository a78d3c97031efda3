using System.Text.Json.Nodes;

namespace AgencyCMS.ContentManagement.Items;

/// <summary>The properties at the root of an item and the order in which Orchard Core writes them.</summary>
internal static class ContentItemRoot
{
    private static readonly string[] Names =
    [
        nameof(ContentItem.ContentItemId), nameof(ContentItem.ContentItemVersionId), nameof(ContentItem.ContentType),
        nameof(ContentItem.DisplayText), nameof(ContentItem.Latest), nameof(ContentItem.Published), nameof(ContentItem.ModifiedUtc),
        nameof(ContentItem.PublishedUtc), nameof(ContentItem.CreatedUtc), nameof(ContentItem.Owner), nameof(ContentItem.Author),
    ];

    internal static bool Knows(string name) => Array.IndexOf(Names, name) >= 0;

    /// <summary>Moves the known properties to the front; the others keep their order behind them.</summary>
    internal static JsonObject InOrder(JsonObject document)
    {
        var place = 0;
        foreach (var name in Names)
        {
            var current = document.IndexOf(name);
            if (current < 0)
            {
                continue;
            }
            if (current != place)
            {
                var value = document[name];
                document.RemoveAt(current);
                document.Insert(place, name, value);
            }
            place++;
        }
        return document;
    }

    internal static void Set(JsonObject document, string name, JsonNode? value)
    {
        if (document.ContainsKey(name))
        {
            document[name] = value;
            return;
        }
        var before = Names.TakeWhile(known => known != name).Count(document.ContainsKey);
        document.Insert(before, name, value);
    }
}
