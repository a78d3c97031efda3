using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Definitions;
using AgencyCMS.Contents.Editing.Fields;

namespace AgencyCMS.Contents.ContentTypes;

/// <summary>The values that a field offers, as lines of text: one a line, or <c>value = shown text</c>.</summary>
internal static class FieldOptionsText
{
    /// <returns>The settings that hold the values; null for kinds that offer none.</returns>
    public static string? SectionOf(string fieldName) => fieldName switch
    {
        "TextField" => "TextFieldPredefinedListEditorSettings",
        "MultiTextField" => "MultiTextFieldSettings",
        _ => null,
    };

    public static JsonArray Read(string? text) => new([.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line =>
    {
        var parts = line.Split('=', 2, StringSplitOptions.TrimEntries);
        return (JsonNode)new JsonObject { ["name"] = parts[^1], ["value"] = parts[0] };
    })]);

    public static string Write(ContentPartFieldDefinition field) => SectionOf(field.FieldName) is { } section
        ? string.Join('\n', FieldOptions.Of(field, section).Select(option => option.Value == option.Text ? option.Text : $"{option.Value} = {option.Text}"))
        : "";
}
