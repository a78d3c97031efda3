using System.Text.Json;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Presentation.TagHelpers;

/// <summary><c>&lt;textarea data-html-editor&gt;</c>: gives the editor the words of its toolbar. Without script it stays a text area.</summary>
[HtmlTargetElement("textarea", Attributes = "data-html-editor")]
public sealed class HtmlEditorTagHelper(IStringLocalizer localizer) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var labels = new Dictionary<string, string>
        {
            ["toolbar"] = localizer["Text formatting"].Value,
            ["heading2"] = localizer["Heading"].Value,
            ["heading3"] = localizer["Subheading"].Value,
            ["bold"] = localizer["Bold"].Value,
            ["italic"] = localizer["Italic"].Value,
            ["bulletList"] = localizer["Bulleted list"].Value,
            ["orderedList"] = localizer["Numbered list"].Value,
            ["quote"] = localizer["Quotation"].Value,
            ["link"] = localizer["Add or remove link"].Value,
            ["linkAddress"] = localizer["Address of the link"].Value,
            ["table"] = localizer["Insert table"].Value,
            ["addRow"] = localizer["Add row below"].Value,
            ["addColumn"] = localizer["Add column after"].Value,
            ["deleteRow"] = localizer["Delete row"].Value,
            ["deleteColumn"] = localizer["Delete column"].Value,
            ["deleteTable"] = localizer["Delete table"].Value,
            ["undo"] = localizer["Undo"].Value,
            ["redo"] = localizer["Redo"].Value,
            ["picturesLost"] = localizer["Pictures that were not taken over: {0}. Add them to the item as attachments.", "{0}"].Value,
            ["hiddenLeftOut"] = localizer["Passages that were hidden in the pasted text and were left out: {0}.", "{0}"].Value,
        };
        output.Attributes.SetAttribute("data-labels", JsonSerializer.Serialize(labels));
    }
}
