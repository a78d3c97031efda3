using System.Text.Json.Nodes;
using AgencyCMS.Recipes;

namespace AgencyCMS.ContentManagement.Definitions;

/// <summary>Definitions as the recipe step has them: <c>ContentTypes</c> and <c>ContentParts</c>.</summary>
public static class ContentDefinitionJson
{
    private const string TypeParts = "ContentTypePartDefinitionRecords";
    private const string PartFields = "ContentPartFieldDefinitionRecords";

    /// <summary>Reads a step. Records without a name are left out; of two with one name the second is merged into the first.</summary>
    public static ContentDefinitions Read(JsonObject step)
    {
        ArgumentNullException.ThrowIfNull(step);
        var definitions = ContentDefinitions.Empty;
        foreach (var type in step.FindObjects("ContentTypes").Select(ReadType).OfType<ContentTypeDefinition>())
        {
            definitions = definitions.Types.ContainsKey(type.Name)
                ? definitions.MergedWith(ContentDefinitions.Empty with { Types = ContentDefinitions.Empty.Types.Add(type.Name, type) })
                : definitions with { Types = definitions.Types.Add(type.Name, type) };
        }
        foreach (var part in step.FindObjects("ContentParts").Select(ReadPart).OfType<ContentPartDefinition>())
        {
            definitions = definitions.Parts.ContainsKey(part.Name)
                ? definitions.MergedWith(ContentDefinitions.Empty with { Parts = ContentDefinitions.Empty.Parts.Add(part.Name, part) })
                : definitions with { Parts = definitions.Parts.Add(part.Name, part) };
        }
        return definitions;
    }

    /// <returns>Null when the record has no name.</returns>
    public static ContentTypeDefinition? ReadType(JsonObject record) => record.FindText("Name") is { Length: > 0 } name
        ? new()
        {
            Name = name,
            DisplayName = record.FindText("DisplayName") ?? "",
            Settings = Settings(record),
            Parts = [.. record.FindObjects(TypeParts).Select(ReadTypePart).OfType<ContentTypePartDefinition>()],
        }
        : null;

    /// <inheritdoc cref="ReadType"/>
    public static ContentPartDefinition? ReadPart(JsonObject record) => record.FindText("Name") is { Length: > 0 } name
        ? new()
        {
            Name = name,
            Settings = Settings(record),
            Fields = [.. record.FindObjects(PartFields).Select(ReadField).OfType<ContentPartFieldDefinition>()],
        }
        : null;

    public static JsonObject Write(ContentTypeDefinition type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return new()
        {
            ["Name"] = type.Name,
            ["DisplayName"] = type.DisplayName,
            ["Settings"] = type.Settings.ToJson(),
            [TypeParts] = new JsonArray([.. type.Parts.Select(part => new JsonObject { ["PartName"] = part.PartName, ["Name"] = part.Name, ["Settings"] = part.Settings.ToJson() })]),
        };
    }

    public static JsonObject Write(ContentPartDefinition part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return new()
        {
            ["Name"] = part.Name,
            ["Settings"] = part.Settings.ToJson(),
            [PartFields] = new JsonArray([.. part.Fields.Select(field => new JsonObject { ["FieldName"] = field.FieldName, ["Name"] = field.Name, ["Settings"] = field.Settings.ToJson() })]),
        };
    }

    /// <summary>The payload of a step that defines all of them.</summary>
    public static JsonObject Write(ContentDefinitions definitions)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        return new()
        {
            ["ContentTypes"] = new JsonArray([.. definitions.Types.Values.Select(Write)]),
            ["ContentParts"] = new JsonArray([.. definitions.Parts.Values.Select(Write)]),
        };
    }

    private static ContentTypePartDefinition? ReadTypePart(JsonObject record)
    {
        var name = record.FindText("Name");
        var partName = record.FindText("PartName");
        return (partName ?? name) is { Length: > 0 } known
            ? new() { PartName = known, Name = string.IsNullOrEmpty(name) ? known : name, Settings = Settings(record) }
            : null;
    }

    private static ContentPartFieldDefinition? ReadField(JsonObject record) =>
        record.FindText("Name") is { Length: > 0 } name && record.FindText("FieldName") is { Length: > 0 } fieldName
            ? new() { FieldName = fieldName, Name = name, Settings = Settings(record) }
            : null;

    private static DefinitionSettings Settings(JsonObject record) => DefinitionSettings.From(record.Find("Settings") as JsonObject);
}
