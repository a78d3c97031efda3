using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AgencyCMS.Presentation.TagHelpers;

/// <summary><c>&lt;badge kind="Good"&gt;Published&lt;/badge&gt;</c>: the state of something, in words and colour.</summary>
[HtmlTargetElement("badge")]
public sealed class BadgeTagHelper : TagHelper
{
    public AlertKind Kind { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "span";
        output.Attributes.SetAttribute("class", Kind is AlertKind.Neutral ? "badge" : $"badge is-{KindClass.Of(Kind)}");
    }
}
