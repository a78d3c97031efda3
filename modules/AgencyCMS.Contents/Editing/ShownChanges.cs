using AgencyCMS.Content.Items;
using AgencyCMS.Content.Items.Comparison;
using AgencyCMS.Contents.Contracts;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Contents.Editing;

/// <summary>What differs between two versions in the words of the form: labels of its fields, texts of its choices, bodies without their tags.</summary>
internal sealed class ShownChanges(ItemForms forms, IStringLocalizer localizer)
{
    public async Task<IReadOnlyList<ShownChange>> BetweenAsync(ContentItem before, ContentItem after, CancellationToken cancellationToken)
    {
        var form = await forms.ShowAsync(after, null, cancellationToken);
        return [.. ContentItemDiff.Between(before, after).Select(change => Show(change, form))];
    }

    private ShownChange Show(ContentItemChange change, ItemForm form)
    {
        if (FieldOf(change.Path, form) is not { } field)
        {
            return new ShownChange(ChangeLabels.Of(change.Path, localizer), ChangeLabels.Draw(change));
        }
        var isChoice = field.Options.Length > 0;
        return new ShownChange(field.Label, isChoice ? ChangeLabels.Draw(change with { Before = TextOf(change.Before, field), After = TextOf(change.After, field), Text = [] }) : ChangeLabels.Draw(change));
    }

    // DisclosurePart.Keywords[2] belongs to the field Keywords of the part DisclosurePart, Page.Motto.Text to the field Motto of Page.
    private static EditorField? FieldOf(string path, ItemForm form)
    {
        var steps = path.Split('.', 3);
        var name = steps.Length > 1 ? steps[1].Split('[')[0] : "";
        return form.Parts.FirstOrDefault(part => part.Name == steps[0])?.Editor.Fields.FirstOrDefault(field => field.Name.Split('.')[0] == name);
    }

    private static string? TextOf(string? value, EditorField field) => field.Options.FirstOrDefault(option => option.Value == value)?.Text ?? value;
}

/// <summary>One difference.</summary>
/// <param name="Label">The field it is in.</param>
/// <param name="Html">What went and what came.</param>
internal sealed record ShownChange(string Label, IHtmlContent Html);
