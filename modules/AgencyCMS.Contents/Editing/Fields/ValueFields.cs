using System.Globalization;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Definitions;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes;

namespace AgencyCMS.Contents.Editing.Fields;

internal sealed class BooleanFieldKind : FieldKind
{
    public override string FieldName => "BooleanField";

    public override IEnumerable<EditorField> Show(ContentPartFieldDefinition field, JsonObject? value)
    {
        var isSet = value?.FindFlag("Value") ?? (value is null && field.Settings.Flag("BooleanFieldSettings", "DefaultValue") == true);
        var label = field.Settings.Text("BooleanFieldSettings", "Label") is { Length: > 0 } text ? text : field.DisplayName;
        yield return Input(field, EditorFieldKind.Boolean) with { Label = label, Value = isSet ? "true" : "" };
    }

    public override IEnumerable<Problem> Apply(ContentPartFieldDefinition field, JsonObject value, EditorForm form)
    {
        if ((value.FindFlag("Value") ?? false) != form.Flag(field.Name))
        {
            value["Value"] = form.Flag(field.Name);
        }
        return [];
    }

    // Yes or no: both are answers.
    public override bool IsEmpty(JsonObject? value) => false;
}

internal sealed class NumericFieldKind : FieldKind
{
    public override string FieldName => "NumericField";

    public override IEnumerable<EditorField> Show(ContentPartFieldDefinition field, JsonObject? value) =>
        [Input(field, EditorFieldKind.Number) with { Value = value?.FindText("Value") ?? (value is null ? field.Settings.Text("NumericFieldSettings", "DefaultValue") ?? "" : "") }];

    public override IEnumerable<Problem> Apply(ContentPartFieldDefinition field, JsonObject value, EditorForm form)
    {
        if (form.Text(field.Name) is not { } typed)
        {
            Set(value, "Value", null);
            return [];
        }
        if (!decimal.TryParse(typed, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number))
        {
            return [EditorProblems.NotANumber(field.Name)];
        }
        var (least, most) = (field.Settings.Number("NumericFieldSettings", "Minimum"), field.Settings.Number("NumericFieldSettings", "Maximum"));
        if (number < least || number > most)
        {
            return [EditorProblems.NumberOutOfRange(field.Name, $"{least}–{most}")];
        }
        if (!decimal.TryParse(value.FindText("Value"), NumberStyles.Float, CultureInfo.InvariantCulture, out var known) || known != number)
        {
            value["Value"] = number;
        }
        return [];
    }

    public override bool IsEmpty(JsonObject? value) => string.IsNullOrEmpty(value?.FindText("Value"));
}

internal sealed class DateFieldKind : FieldKind
{
    private const string Format = "yyyy-MM-dd";

    public override string FieldName => "DateField";

    public override IEnumerable<EditorField> Show(ContentPartFieldDefinition field, JsonObject? value) =>
        [Input(field, EditorFieldKind.Date) with { Value = Date(value) }];

    public override IEnumerable<Problem> Apply(ContentPartFieldDefinition field, JsonObject value, EditorForm form)
    {
        var typed = form.Text(field.Name);
        if (typed is not null && !DateOnly.TryParseExact(typed, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return [EditorProblems.NotADate(field.Name)];
        }
        if ((typed ?? "") != Date(value))
        {
            value["Value"] = typed is null ? null : typed + "T00:00:00Z";
        }
        return [];
    }

    public override bool IsEmpty(JsonObject? value) => Date(value).Length == 0;

    private static string Date(JsonObject? value) => value?.FindText("Value") is { Length: >= 10 } text ? text[..10] : "";
}

internal sealed class DateTimeFieldKind(TenantContext tenants) : FieldKind
{
    public override string FieldName => "DateTimeField";

    public override IEnumerable<EditorField> Show(ContentPartFieldDefinition field, JsonObject? value) =>
        [Input(field, EditorFieldKind.DateTime) with { Value = Local(value) }];

    public override IEnumerable<Problem> Apply(ContentPartFieldDefinition field, JsonObject value, EditorForm form)
    {
        var typed = form.Text(field.Name) ?? "";
        if (typed == Local(value))
        {
            return [];
        }
        if (typed.Length > 0 && tenants.Tenant.FromInput(typed) is null)
        {
            return [EditorProblems.NotAMoment(field.Name)];
        }
        value["Value"] = tenants.Tenant.FromInput(typed)?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return [];
    }

    public override bool IsEmpty(JsonObject? value) => Local(value).Length == 0;

    private string Local(JsonObject? value) =>
        DateTimeOffset.TryParse(value?.FindText("Value"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? tenants.Tenant.ToInput(instant) : "";
}
