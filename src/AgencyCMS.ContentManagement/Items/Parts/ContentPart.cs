using System.Text.Json.Nodes;

namespace AgencyCMS.ContentManagement.Items.Parts;

/// <summary>
/// A window on one object of an item's document. Subclasses name the properties they know; all others are left alone.
/// The class's name is the part's name.
/// </summary>
public abstract class ContentPart
{
    /// <summary>The part's object inside the document: a change to it is a change to the item.</summary>
    public JsonObject Json { get; internal init; } = [];

    protected string? Text(string name) => ContentItemJson.Text(Json, name);

    protected void Set(string name, string? value) => Json[name] = value;

    protected bool Flag(string name) => ContentItemJson.Flag(Json, name);

    protected void Set(string name, bool value) => Json[name] = value;

    protected decimal? Number(string name) => ContentItemJson.Number(Json, name);

    protected void Set(string name, decimal? value) => Json[name] = value;

    /// <summary>Any ISO 8601 spelling; one without an offset is UTC. Null when absent or unreadable.</summary>
    protected DateTimeOffset? Instant(string name) => ContentItemJson.Instant(Json, name);

    /// <summary>Setting the same instant keeps its spelling.</summary>
    protected void Set(string name, DateTimeOffset? value)
    {
        if (value is null || value != Instant(name))
        {
            Json[name] = ContentItemJson.Write(value);
        }
    }

    /// <summary>The texts of an array; empty when there is none.</summary>
    protected IReadOnlyList<string> Texts(string name) =>
        Json[name] is JsonArray array ? [.. array.OfType<JsonValue>().Select(value => value.ToString())] : [];

    protected void Set(string name, IEnumerable<string> values) =>
        Json[name] = new JsonArray([.. values.Select(value => (JsonNode)value)]);

    /// <summary>A property whose value is an object, added when there is none.</summary>
    protected JsonObject Object(string name)
    {
        if (Json[name] is not JsonObject json)
        {
            Json[name] = json = [];
        }
        return json;
    }
}
