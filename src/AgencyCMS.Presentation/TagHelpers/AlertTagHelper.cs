using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AgencyCMS.Presentation.TagHelpers;

/// <summary><c>&lt;alert kind="Warn"&gt;…&lt;/alert&gt;</c>: a message in a box with its icon; failures are announced at once.</summary>
[HtmlTargetElement("alert")]
public sealed class AlertTagHelper : TagHelper
{
    public AlertKind Kind { get; set; } = AlertKind.Info;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", $"alert is-{KindClass.Of(Kind)}");
        output.Attributes.SetAttribute("role", Kind is AlertKind.Bad ? "alert" : "status");
        output.Content.AppendHtml(IconTagHelper.Draw(KindClass.IconOf(Kind))).AppendHtml("<div>").AppendHtml(content).AppendHtml("</div>");
    }
}
