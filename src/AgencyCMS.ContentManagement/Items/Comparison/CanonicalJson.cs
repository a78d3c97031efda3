using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgencyCMS.ContentManagement.Items.Comparison;

/// <summary>
/// One spelling for all documents that say the same: properties sorted by name, escapes decoded, numbers by value
/// (1, 1.0 and 1e0 are one). Made for comparing and hashing, not for reading back.
/// </summary>
public static class CanonicalJson
{
    // Beyond this many zeros the digits are not written out; only equal spellings are then equal.
    private const int MaxExponent = 1000;

    /// <param name="dropNulls">Properties that are null count as absent. Nulls in arrays stay, since they hold a place.</param>
    public static string Write(JsonNode? node, bool dropNulls = false)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = 0, SkipValidation = true }))
        {
            Write(writer, node, dropNulls);
        }
        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter writer, JsonNode? node, bool dropNulls)
    {
        switch (node)
        {
            case JsonObject json:
                writer.WriteStartObject();
                foreach (var (name, value) in json.Where(property => !dropNulls || property.Value is not null).OrderBy(property => property.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(name);
                    Write(writer, value, dropNulls);
                }
                writer.WriteEndObject();
                break;
            case JsonArray array:
                writer.WriteStartArray();
                foreach (var element in array)
                {
                    Write(writer, element, dropNulls);
                }
                writer.WriteEndArray();
                break;
            case JsonValue value when value.GetValueKind() is JsonValueKind.String:
                writer.WriteStringValue(value.ToString());
                break;
            case JsonValue value when value.GetValueKind() is JsonValueKind.Number:
                writer.WriteRawValue(Number(value.ToJsonString()), skipInputValidation: true);
                break;
            default:
                writer.WriteRawValue(node?.ToJsonString() ?? "null", skipInputValidation: true);
                break;
        }
    }

    private static string Number(string text)
    {
        var mantissa = text.Split('e', 'E');
        var exponent = mantissa.Length > 1 ? int.TryParse(mantissa[1], CultureInfo.InvariantCulture, out var power) ? power : MaxExponent + 1 : 0;
        if (Math.Abs((long)exponent) > MaxExponent)
        {
            return text;
        }
        var point = mantissa[0].IndexOf('.', StringComparison.Ordinal);
        var scale = point < 0 ? 0 : mantissa[0].Length - point - 1;
        var digits = BigInteger.Parse(mantissa[0].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        if (digits.IsZero)
        {
            return "0";
        }
        exponent -= scale;
        for (; digits % 10 == 0; digits /= 10)
        {
            exponent++;
        }
        return exponent == 0 ? digits.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{digits}e{exponent}");
    }
}
