using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Definitions;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Recipes;

namespace AgencyCMS.Contents.Editing.Fields;

/// <summary>How fields of one kind are edited. The value is the field's object in the item; properties that are not known here stay in it.</summary>
internal abstract class FieldKind
{
    /// <summary>Such as <c>TextField</c>.</summary>
    public abstract string FieldName { get; }

    /// <param name="field">The field's definition.</param>
    /// <param name="value">Null when the item has none.</param>
    public abstract IEnumerable<EditorField> Show(ContentPartFieldDefinition field, JsonObject? value);

    /// <summary>Writes what was typed into the value. An unchanged value is not touched, so that saving without a change changes nothing.</summary>
    public abstract IEnumerable<Problem> Apply(ContentPartFieldDefinition field, JsonObject value, EditorForm form);

    public abstract bool IsEmpty(JsonObject? value);

    protected static EditorField Input(ContentPartFieldDefinition field, EditorFieldKind kind) =>
        new(field.Name, field.DisplayName, kind) { Hint = field.Hint, IsRequired = field.IsRequired };

    protected static void Set(JsonObject value, string name, string? text)
    {
        if ((value.FindText(name) ?? "") != (text ?? ""))
        {
            value[name] = text;
        }
    }
}
