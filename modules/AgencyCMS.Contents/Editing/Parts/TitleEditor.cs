using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Modularity.Problems;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Contents.Editing.Parts;

internal sealed class TitleEditor(IStringLocalizer localizer) : IContentPartEditor
{
    public string PartName => nameof(TitlePart);

    public Task<PartEditor> ShowAsync(PartEdit edit, CancellationToken cancellationToken) => Task.FromResult(new PartEditor
    {
        Fields =
        [
            new EditorField(nameof(TitlePart.Title), localizer["Title of the item"])
            {
                Value = edit.Item.Part<TitlePart>(edit.Use.Name)?.Title ?? "",
                IsRequired = true,
                MaxLength = ContentLimits.Title,
            },
        ],
    });

    public Task<IReadOnlyList<Problem>> ApplyAsync(PartEdit edit, EditorForm form, CancellationToken cancellationToken)
    {
        var typed = form.Text(nameof(TitlePart.Title));
        // An item without a title gets the part all the same, so that saving it asks for one.
        if (!edit.Item.Has(edit.Use.Name) || typed != edit.Item.Part<TitlePart>(edit.Use.Name)?.Title)
        {
            edit.Item.Alter<TitlePart>(part => part.Title = typed, edit.Use.Name);
        }
        return Task.FromResult<IReadOnlyList<Problem>>([]);
    }
}
