using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgencyCMS.Recipes.Exporting;

/// <summary>Writes a recipe step by step: strict JSON, UTF-8 without byte order mark, as stock Orchard Core reads it.</summary>
public static class RecipeWriter
{
    // Flushed when this much has been written, so that an export of any size needs little memory.
    private const int FlushBytes = 256 * 1024;

    /// <param name="variables">Written before the steps; left out when there are none.</param>
    public static async Task WriteAsync(
        Stream stream, RecipeDescriptor descriptor, IReadOnlyDictionary<string, string> variables, IAsyncEnumerable<JsonObject> steps, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        await using var writer = new Utf8JsonWriter(stream, options);
        writer.WriteStartObject();
        WriteDescriptor(writer, descriptor);
        WriteVariables(writer, variables);
        writer.WriteStartArray("steps");
        await foreach (var step in steps.WithCancellation(cancellationToken))
        {
            step.WriteTo(writer, RecipeJson.Indented);
            if (writer.BytesPending > FlushBytes)
            {
                await writer.FlushAsync(cancellationToken);
            }
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
        await writer.FlushAsync(cancellationToken);
    }

    private static void WriteDescriptor(Utf8JsonWriter writer, RecipeDescriptor descriptor)
    {
        writer.WriteString("name", descriptor.Name);
        writer.WriteString("displayName", descriptor.DisplayName);
        writer.WriteString("description", descriptor.Description);
        writer.WriteString("author", descriptor.Author);
        writer.WriteString("website", descriptor.Website);
        writer.WriteString("version", descriptor.Version);
        writer.WriteBoolean("issetuprecipe", descriptor.IsSetupRecipe);
        WriteTexts(writer, "categories", descriptor.Categories);
        WriteTexts(writer, "tags", descriptor.Tags);
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }
        writer.WriteEndArray();
    }

    private static void WriteVariables(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> variables)
    {
        if (variables.Count == 0)
        {
            return;
        }
        writer.WriteStartObject("variables");
        foreach (var (name, value) in variables.OrderBy(variable => variable.Key, StringComparer.Ordinal))
        {
            writer.WriteString(name, value);
        }
        writer.WriteEndObject();
    }
}
