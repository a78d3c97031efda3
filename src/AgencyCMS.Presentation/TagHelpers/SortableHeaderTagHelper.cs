using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AgencyCMS.Presentation.TagHelpers;

/// <summary>
/// <c>&lt;th sort-by="title" sort="@Model.Sort"&gt;Title&lt;/th&gt;</c>: a column heading that sorts the list. The order stands in the address
/// as <c>sort=title</c>, or <c>sort=-title</c> for descending; sorting anew begins at the first page.
/// </summary>
[HtmlTargetElement("th", Attributes = "sort-by")]
public sealed class SortableHeaderTagHelper : TagHelper
{
    public required string SortBy { get; set; }

    /// <summary>The order in which the list is shown now.</summary>
    public string? Sort { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!; // MVC sets it before Process

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var isAscending = Sort == SortBy;
        if (isAscending || Sort == $"-{SortBy}")
        {
            output.Attributes.SetAttribute("aria-sort", isAscending ? "ascending" : "descending");
        }
        output.Attributes.SetAttribute("scope", "col");
        var link = new TagBuilder("a");
        link.Attributes["href"] = PageQuery.With(ViewContext.HttpContext.Request, ("sort", isAscending ? $"-{SortBy}" : SortBy), ("page", null));
        link.InnerHtml.AppendHtml(await output.GetChildContentAsync());
        output.Content.SetHtmlContent(link);
    }
}
