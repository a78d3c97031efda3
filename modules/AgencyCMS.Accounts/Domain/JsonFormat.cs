using System.Text.Encodings.Web;
using System.Text.Json;

namespace AgencyCMS.Accounts.Domain;

internal static class JsonFormat
{
    /// <summary>Chinese names stay readable in the store.</summary>
    public static JsonSerializerOptions Readable { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
