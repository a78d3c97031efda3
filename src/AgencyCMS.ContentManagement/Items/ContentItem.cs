using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Items.Parts;

namespace AgencyCMS.ContentManagement.Items;

/// <summary>
/// One version of a content item: the whole JSON document as Orchard Core writes it. What is not known here (parts, properties,
/// the digits of a number, the spelling of a date) stays as it came.
/// </summary>
/// <remarks>Not safe for use by several threads at once.</remarks>
public sealed class ContentItem
{
    private ContentItem(JsonObject document) => Document = ContentItemRoot.InOrder(document);

    /// <summary>The document itself: a change to it is a change to the item.</summary>
    public JsonObject Document { get; }

    /// <summary>A new item with a new id, neither published nor latest.</summary>
    public static ContentItem New(string contentType)
    {
        ArgumentException.ThrowIfNullOrEmpty(contentType);
        return new([])
        {
            ContentItemId = ContentIds.New(),
            ContentType = contentType,
            Latest = false,
            Published = false,
        };
    }

    /// <summary>Takes a copy; the root properties are put into Orchard Core's order and nothing else is touched.</summary>
    public static ContentItem FromJson(JsonObject document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new(document.DeepClone().AsObject());
    }

    /// <inheritdoc cref="FromJson(JsonObject)"/>
    /// <exception cref="AgencyCMS.Recipes.RecipeFormatException">Not JSON, or not an object.</exception>
    public static ContentItem FromJson(string json) => new(ContentItemJson.Parse(json));

    public string ContentItemId
    {
        get => Text(nameof(ContentItemId)) ?? "";
        set => Set(nameof(ContentItemId), value);
    }

    /// <summary>Empty until the version is stored.</summary>
    public string ContentItemVersionId
    {
        get => Text(nameof(ContentItemVersionId)) ?? "";
        set => Set(nameof(ContentItemVersionId), value);
    }

    public string ContentType
    {
        get => Text(nameof(ContentType)) ?? "";
        set => Set(nameof(ContentType), value);
    }

    /// <summary>What lists call the item; null when it has no name yet.</summary>
    public string? DisplayText
    {
        get => Text(nameof(DisplayText));
        set => Set(nameof(DisplayText), value);
    }

    /// <summary>This is the newest version.</summary>
    public bool Latest
    {
        get => ContentItemJson.Flag(Document, nameof(Latest));
        set => Set(nameof(Latest), value);
    }

    /// <summary>This is the version that readers see.</summary>
    public bool Published
    {
        get => ContentItemJson.Flag(Document, nameof(Published));
        set => Set(nameof(Published), value);
    }

    /// <summary>Null when absent or unreadable, as for the other dates. Setting the same instant keeps its spelling.</summary>
    public DateTimeOffset? ModifiedUtc
    {
        get => ContentItemJson.Instant(Document, nameof(ModifiedUtc));
        set => SetInstant(nameof(ModifiedUtc), value);
    }

    public DateTimeOffset? PublishedUtc
    {
        get => ContentItemJson.Instant(Document, nameof(PublishedUtc));
        set => SetInstant(nameof(PublishedUtc), value);
    }

    public DateTimeOffset? CreatedUtc
    {
        get => ContentItemJson.Instant(Document, nameof(CreatedUtc));
        set => SetInstant(nameof(CreatedUtc), value);
    }

    /// <summary>Id of the account that owns the item.</summary>
    public string Owner
    {
        get => Text(nameof(Owner)) ?? "";
        set => Set(nameof(Owner), value);
    }

    /// <summary>Name of the account that wrote this version.</summary>
    public string Author
    {
        get => Text(nameof(Author)) ?? "";
        set => Set(nameof(Author), value);
    }

    /// <summary>Names of all parts and other objects at the root, known or not.</summary>
    public IEnumerable<string> PartNames =>
        Document.Where(property => property.Value is JsonObject).Select(property => property.Key);

    /// <summary>True when there is an object of that name.</summary>
    public bool Has(string name) => Document[name] is JsonObject;

    /// <inheritdoc cref="Has(string)"/>
    public bool Has<T>()
        where T : ContentPart, new() => Has(typeof(T).Name);

    /// <summary>The part as a window on the document, through which it can be changed; null when the item has none.</summary>
    /// <param name="name">Name of the instance where a type has several, such as a bag named "Services"; otherwise the class's name.</param>
    public T? Part<T>(string? name = null)
        where T : ContentPart, new() =>
        Document[name ?? typeof(T).Name] is JsonObject json ? new T { Json = json } : null;

    /// <summary>Changes the part, which is added when the item has none. Properties that the class does not know stay.</summary>
    public ContentItem Alter<T>(Action<T> change, string? name = null)
        where T : ContentPart, new()
    {
        ArgumentNullException.ThrowIfNull(change);
        name ??= typeof(T).Name;
        if (!Has(name))
        {
            Document[name] = new JsonObject();
        }
        change(Part<T>(name)!);
        return this;
    }

    /// <returns>False when there was none.</returns>
    public bool Remove<T>()
        where T : ContentPart, new() => Document.Remove(typeof(T).Name);

    /// <summary>A copy that shares nothing with this item.</summary>
    public ContentItem Clone() => new(Document.DeepClone().AsObject());

    /// <summary>The document on one line, with Chinese text readable.</summary>
    public string ToJson() => Document.ToJsonString(ContentItemJson.Compact);

    public override string ToString() => $"{ContentType} {ContentItemId} {DisplayText}";

    private string? Text(string name) => ContentItemJson.Text(Document, name);

    private void Set(string name, JsonNode? value) => ContentItemRoot.Set(Document, name, value);

    private void SetInstant(string name, DateTimeOffset? value)
    {
        if (value is null || value != ContentItemJson.Instant(Document, name))
        {
            Set(name, ContentItemJson.Write(value));
        }
    }
}
