using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Modularity.Problems;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Contents.Editing.Parts;

internal sealed class HtmlBodyEditor(IStringLocalizer localizer) : IContentPartEditor
{
    public string PartName => nameof(HtmlBodyPart);

    public Task<PartEditor> ShowAsync(PartEdit edit, CancellationToken cancellationToken) => Task.FromResult(new PartEditor
    {
        Fields =
        [
            new EditorField(nameof(HtmlBodyPart.Html), localizer["Text"], EditorFieldKind.Html)
            {
                Value = edit.Item.Part<HtmlBodyPart>(edit.Use.Name)?.Html ?? "",
            },
        ],
    });

    public Task<IReadOnlyList<Problem>> ApplyAsync(PartEdit edit, EditorForm form, CancellationToken cancellationToken)
    {
        var typed = TypedText.Lines(form.Raw(nameof(HtmlBodyPart.Html)));
        var known = TypedText.Lines(edit.Item.Part<HtmlBodyPart>(edit.Use.Name)?.Html);
        if (typed != known)
        {
            edit.Item.Alter<HtmlBodyPart>(part => part.Html = typed, edit.Use.Name);
        }
        return Task.FromResult<IReadOnlyList<Problem>>([]);
    }
}
