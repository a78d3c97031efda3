using System.Globalization;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Comparison;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Contents.Editing;

/// <summary>What differs between two versions in people's words: labels of the form's fields, texts of its choices, names, local dates, bodies without their tags.</summary>
internal sealed class ShownChanges(ItemForms forms, IPeople people, TenantContext tenants, IStringLocalizer localizer)
{
    public async Task<IReadOnlyList<ShownChange>> BetweenAsync(ContentItem before, ContentItem after, CancellationToken cancellationToken)
    {
        var form = await forms.ShowAsync(after, null, cancellationToken);
        var parts = (await forms.CompareAsync(before, after, cancellationToken)).ToDictionary(part => part.Name, StringComparer.Ordinal);
        var changes = ContentItemDiff.Between(before, after);
        var names = await people.NamesAsync(changes.Where(IsPerson).SelectMany(change => new[] { change.Before ?? "", change.After ?? "" }), cancellationToken);
        var shown = new List<ShownChange>();
        foreach (var byPart in changes.GroupBy(change => change.Path.Split('.')[0]))
        {
            var part = parts.GetValueOrDefault(byPart.Key);
            shown.AddRange(part?.Differences?.Select(Show) ?? byPart.Select(change => Show(change, form, part, names)));
        }
        return shown;
    }

    private static ShownChange Show(PartDifference difference) => new(difference.Label, ChangeLabels.Draw(new ContentItemChange("", difference.Before, difference.After, [])));

    private ShownChange Show(ContentItemChange change, ItemForm form, PartComparison? part, PeopleNames names)
    {
        var field = FieldOf(change.Path, form);
        var label = field?.Label ?? part?.Editor.LabelOf(PropertyOf(change.Path)) ?? ChangeLabels.Of(change.Path, localizer);
        var (before, after) = IsPerson(change) ? (names.Of(change.Before ?? ""), names.Of(change.After ?? "")) : (TextOf(change.Before, field), TextOf(change.After, field));
        // Where people read other words than the document has, its letters cannot be compared.
        return new ShownChange(label, ChangeLabels.Draw(before == change.Before && after == change.After ? change : change with { Before = before, After = after, Text = [] }));
    }

    private static bool IsPerson(ContentItemChange change) => change.Path is nameof(ContentItem.Owner) or nameof(ContentItem.Author);

    // DisclosurePart.Keywords[2] belongs to the field Keywords of the part DisclosurePart, Page.Motto.Text to the field Motto of Page.
    private static EditorField? FieldOf(string path, ItemForm form) => form.Parts.FirstOrDefault(part => part.Name == path.Split('.')[0])
        ?.Editor.Fields.FirstOrDefault(field => field.Name.Split('.')[0] == PropertyOf(path));

    private static string PropertyOf(string path) => path.Split('.', 3) is [_, var property, ..] ? property.Split('[')[0] : "";

    private string? TextOf(string? value, EditorField? field) => value switch
    {
        null => null,
        "true" when field is null or { Kind: EditorFieldKind.Boolean } => localizer["Yes"],
        "false" when field is null or { Kind: EditorFieldKind.Boolean } => localizer["No"],
        _ when field is { Kind: EditorFieldKind.Date } && value.Length > 10 => value[..10],
        _ when (field is null or { Kind: EditorFieldKind.DateTime }) && InstantOf(value) is { } instant => instant,
        _ => field?.Options.FirstOrDefault(option => option.Value == value)?.Text ?? value,
    };

    private string? InstantOf(string value) =>
        value is [_, _, _, _, '-', _, _, '-', _, _, 'T', ..] && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? $"{tenants.Tenant.ToLocal(instant):yyyy-MM-dd HH:mm}"
            : null;
}

/// <summary>One difference.</summary>
/// <param name="Label">The field it is in.</param>
/// <param name="Html">What went and what came.</param>
internal sealed record ShownChange(string Label, IHtmlContent Html);
