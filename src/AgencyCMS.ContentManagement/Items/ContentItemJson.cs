using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyCMS.Recipes;

namespace AgencyCMS.ContentManagement.Items;

/// <summary>How single values are read from and written into an item's document.</summary>
public static class ContentItemJson
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    /// <summary>One line, Chinese text readable.</summary>
    public static JsonSerializerOptions Compact { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = RecipeJson.Indented.MaxDepth,
    };

    internal static JsonObject Parse(string json) =>
        RecipeJson.Parse(json) as JsonObject ?? throw new RecipeFormatException("A content item is a JSON object.", 1, 1);

    internal static string? Text(JsonObject json, string name) =>
        json[name] is JsonValue value && value.GetValueKind() is JsonValueKind.String ? value.ToString() : null;

    /// <summary>True for JSON's true and for the text of it, which evaluated expressions leave behind.</summary>
    internal static bool Flag(JsonObject json, string name) => bool.TryParse(json[name].AsText(), out var flag) && flag;

    internal static decimal? Number(JsonObject json, string name) =>
        decimal.TryParse(json[name].AsText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Any ISO 8601 spelling; one without an offset is UTC.</summary>
    internal static DateTimeOffset? Instant(JsonObject json, string name) =>
        DateTimeOffset.TryParse(Text(json, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? instant : null;

    internal static JsonNode? Write(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);
}
