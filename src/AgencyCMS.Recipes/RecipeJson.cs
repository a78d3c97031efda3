using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgencyCMS.Recipes;

/// <summary>
/// The JSON dialect of recipes: UTF-8 with or without byte order mark, comments, trailing commas. A file that has one name twice in an object is
/// refused; of what the store has kept so, the last wins. Numbers keep the digits they were written with.
/// </summary>
public static class RecipeJson
{
    // What the store is read back with: deeper values could be kept and never be read again.
    private const int MaxDepth = 64;

    private static readonly JsonDocumentOptions ReadOptions = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = MaxDepth,
    };

    /// <summary>Indented and readable; the strings of Chinese text are not turned into escapes.</summary>
    public static JsonSerializerOptions Indented { get; } = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaxDepth,
    };

    /// <summary>Reads one JSON value; every object and array of the result may be changed.</summary>
    /// <exception cref="RecipeFormatException">The bytes are not JSON of this dialect.</exception>
    public static JsonNode? Parse(ReadOnlyMemory<byte> utf8)
    {
        using var document = ParseDocument(utf8);
        return ToNode(document.RootElement.Clone());
    }

    /// <inheritdoc cref="Parse(ReadOnlyMemory{byte})"/>
    public static JsonNode? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(System.Text.Encoding.UTF8.GetBytes(text));
    }

    /// <param name="utf8">One JSON value.</param>
    /// <param name="check">Looks at what comes from outside before it is read; null for what the store has kept already.</param>
    internal static JsonDocument ParseDocument(ReadOnlyMemory<byte> utf8, Action<ReadOnlySpan<byte>, JsonDocumentOptions>? check = null)
    {
        var bytes = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        try
        {
            check?.Invoke(bytes.Span, ReadOptions);
            return JsonDocument.Parse(bytes, ReadOptions);
        }
        catch (JsonException fault)
        {
            throw new RecipeFormatException(ReasonOf(fault), (fault.LineNumber ?? -1) + 1, (fault.BytePositionInLine ?? -1) + 1, fault);
        }
    }

    /// <summary>Copies an element that outlives its document; of doubled names the last wins.</summary>
    internal static JsonNode? ToNode(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => ToObject(element),
        JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select(ToNode)]),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => JsonValue.Create(element),
    };

    private static JsonObject ToObject(JsonElement element)
    {
        var result = new JsonObject();
        foreach (var property in element.EnumerateObject())
        {
            result[property.Name] = ToNode(property.Value);
        }
        return result;
    }

    // The framework's message ends with the path and a line counted from 0, which would contradict ours.
    private static string ReasonOf(JsonException fault)
    {
        var end = fault.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? fault.Message : fault.Message[..end];
    }
}
