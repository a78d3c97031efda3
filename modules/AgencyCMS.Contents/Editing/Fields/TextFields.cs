using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Definitions;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Texts;
using AgencyCMS.Recipes;

namespace AgencyCMS.Contents.Editing.Fields;

internal sealed class TextFieldKind : FieldKind
{
    public override string FieldName => "TextField";

    public override IEnumerable<EditorField> Show(ContentPartFieldDefinition field, JsonObject? value)
    {
        var options = FieldOptions.Of(field, "TextFieldPredefinedListEditorSettings");
        var kind = options.Length > 0 ? EditorFieldKind.Choice : field.Editor is "TextArea" ? EditorFieldKind.Lines : EditorFieldKind.Text;
        yield return Input(field, kind) with
        {
            Value = value?.FindText("Text") ?? (value is null ? field.Settings.Text("TextFieldSettings", "DefaultValue") ?? "" : ""),
            Options = options,
        };
    }

    public override IEnumerable<Problem> Apply(ContentPartFieldDefinition field, JsonObject value, EditorForm form)
    {
        var typed = TypedText.Lines(form.Raw(field.Name)).Trim();
        if (Characters.Exceeds(typed, ContentLimits.Field))
        {
            return [EditorProblems.TooLong(field.Name, ContentLimits.Field)];
        }
        if (typed != TypedText.Lines(value.FindText("Text")).Trim())
        {
            value["Text"] = typed;
        }
        return [];
    }

    public override bool IsEmpty(JsonObject? value) => string.IsNullOrWhiteSpace(value?.FindText("Text"));
}

internal sealed class HtmlFieldKind : FieldKind
{
    public override string FieldName => "HtmlField";

    public override IEnumerable<EditorField> Show(ContentPartFieldDefinition field, JsonObject? value) =>
        [Input(field, EditorFieldKind.Html) with { Value = value?.FindText("Html") ?? "" }];

    public override IEnumerable<Problem> Apply(ContentPartFieldDefinition field, JsonObject value, EditorForm form)
    {
        var typed = TypedText.Lines(form.Raw(field.Name));
        if (typed != TypedText.Lines(value.FindText("Html")))
        {
            value["Html"] = typed;
        }
        return [];
    }

    public override bool IsEmpty(JsonObject? value) => string.IsNullOrWhiteSpace(value?.FindText("Html"));
}

internal sealed class MultiTextFieldKind : FieldKind
{
    public override string FieldName => "MultiTextField";

    public override IEnumerable<EditorField> Show(ContentPartFieldDefinition field, JsonObject? value)
    {
        var options = FieldOptions.Of(field, "MultiTextFieldSettings");
        ImmutableArray<string> values = [.. value?.FindTexts("Values") ?? []];
        yield return options.Length > 0
            ? Input(field, EditorFieldKind.Choices) with { Values = values, Options = options }
            : Input(field, EditorFieldKind.Lines) with { Value = string.Join('\n', values) };
    }

    public override IEnumerable<Problem> Apply(ContentPartFieldDefinition field, JsonObject value, EditorForm form)
    {
        var typed = form.Texts(field.Name).SelectMany(text => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (!typed.SequenceEqual(value.FindTexts("Values")))
        {
            value["Values"] = new JsonArray([.. typed.Select(text => (JsonNode)text)]);
        }
        return [];
    }

    public override bool IsEmpty(JsonObject? value) => value is null || value.FindTexts("Values").Count == 0;
}

internal sealed class LinkFieldKind : FieldKind
{
    public override string FieldName => "LinkField";

    public override IEnumerable<EditorField> Show(ContentPartFieldDefinition field, JsonObject? value) =>
    [
        Input(field, EditorFieldKind.Url) with { Name = field.Name + ".Url", Value = value?.FindText("Url") ?? "" },
        new EditorField(field.Name + ".Text", $"{field.DisplayName}: " + (field.Settings.Text("LinkFieldSettings", "HintLinkText") ?? "…")) { Value = value?.FindText("Text") ?? "" },
    ];

    public override IEnumerable<Problem> Apply(ContentPartFieldDefinition field, JsonObject value, EditorForm form)
    {
        var url = form.Text(field.Name + ".Url");
        if (url is not null && !IsAddress(url))
        {
            return [EditorProblems.NotAnAddress(field.Name + ".Url")];
        }
        Set(value, "Url", url);
        Set(value, "Text", form.Text(field.Name + ".Text"));
        return [];
    }

    public override bool IsEmpty(JsonObject? value) => string.IsNullOrWhiteSpace(value?.FindText("Url"));

    private static bool IsAddress(string url) =>
        url[0] is '/' or '~' or '#' || (WebAddress.IsSafe(url) && Uri.TryCreate(url, UriKind.Absolute, out _));
}
