using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Definitions;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Contents.Editing.Fields;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Contents.Editing;

/// <summary>Edits the fields that a part's definition has; fields of kinds that are not known here stay as they are.</summary>
internal sealed class FieldsEditor(IEnumerable<FieldKind> kinds) : IContentPartEditor
{
    private readonly Dictionary<string, FieldKind> _kinds = kinds.ToDictionary(kind => kind.FieldName, StringComparer.Ordinal);

    /// <summary>Any part: asked when no other editor knows it.</summary>
    public string PartName => "";

    public Task<PartEditor> ShowAsync(PartEdit edit, CancellationToken cancellationToken)
    {
        var part = edit.Item.Document[edit.Use.Name] as JsonObject;
        var isOwn = edit.Use.Name == edit.Item.ContentType;
        return Task.FromResult(new PartEditor
        {
            Title = isOwn || edit.Use.DisplayName == edit.Use.Name ? edit.Definition?.Settings.Text("ContentPartSettings", "DisplayName") ?? "" : edit.Use.DisplayName,
            Hint = edit.Use.Description,
            Fields = [.. Known(edit).SelectMany(pair => pair.Kind.Show(pair.Field, part?[pair.Field.Name] as JsonObject))],
        });
    }

    public Task<IReadOnlyList<Problem>> ApplyAsync(PartEdit edit, EditorForm form, CancellationToken cancellationToken)
    {
        var before = edit.Item.Document[edit.Use.Name] as JsonObject;
        var part = before?.DeepClone().AsObject() ?? [];
        var problems = new List<Problem>();
        // A field that came to the type after the form was shown keeps what the item has of it.
        foreach (var (field, kind) in Known(edit).Where(pair => form.HasShown(pair.Field.Name)))
        {
            var value = part[field.Name] as JsonObject ?? [];
            problems.AddRange(kind.Apply(field, value, form));
            // A default that was shown and emptied is an answer, too: without a trace of it the default would come back.
            if (!part.ContainsKey(field.Name) && (value.Count > 0 || kind.Show(field, null).Any(input => input.Values.Any(text => text.Length > 0))))
            {
                part[field.Name] = value;
            }
        }
        if (part.Count > 0 && !JsonNode.DeepEquals(before, part))
        {
            edit.Item.Document[edit.Use.Name] = part;
        }
        return Task.FromResult<IReadOnlyList<Problem>>(problems);
    }

    /// <summary>The required fields of a part that have no value.</summary>
    public IEnumerable<ContentPartFieldDefinition> Missing(JsonObject? part, ContentPartDefinition definition) => definition.Fields
        .Where(field => field.IsRequired && _kinds.TryGetValue(field.FieldName, out var kind) && kind.IsEmpty(part?[field.Name] as JsonObject));

    private IEnumerable<(ContentPartFieldDefinition Field, FieldKind Kind)> Known(PartEdit edit) =>
        from field in edit.Definition?.Fields ?? []
        where _kinds.ContainsKey(field.FieldName)
        orderby decimal.TryParse(field.Position, System.Globalization.CultureInfo.InvariantCulture, out var place) ? place : decimal.MaxValue
        select (field, _kinds[field.FieldName]);
}
