using System.Text.Encodings.Web;
using System.Text.Json;

namespace AgencyCMS.Contents.Editing;

internal static class ContentJson
{
    /// <summary>For people to read; Chinese stays Chinese.</summary>
    public static JsonSerializerOptions Readable { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };
}
