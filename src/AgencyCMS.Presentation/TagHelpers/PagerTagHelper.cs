using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Presentation.TagHelpers;

/// <summary>
/// <c>&lt;pager page="2" page-size="20" total="131" /&gt;</c>: links to the other pages of the list. The page stands in the
/// address as <c>page</c>, beside filters and order. Says how many there are; draws no links for a single page.
/// </summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper(IStringLocalizer localizer) : TagHelper
{
    private const int Neighbours = 2;

    /// <summary>From 1.</summary>
    public int Page { get; set; } = 1;

    public int PageSize { get; set; } = 20;

    public long Total { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!; // MVC sets it before Process

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentOutOfRangeException.ThrowIfLessThan(PageSize, 1);
        var last = (int)Math.Max(1, (Total + PageSize - 1) / PageSize);
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", localizer["Pages"].Value);
        output.Content.AppendHtml(Element("p", localizer["{0} in all", Total].Value));
        if (last == 1)
        {
            return;
        }
        var list = new TagBuilder("ul");
        if (Page > 1)
        {
            list.InnerHtml.AppendHtml(Link(Page - 1, localizer["Previous"].Value, "prev"));
        }
        foreach (var number in Numbers(last))
        {
            list.InnerHtml.AppendHtml(number is null ? Item(Element("span", "…")) : Link(number.Value, number.Value.ToString(CultureInfo.InvariantCulture), null));
        }
        if (Page < last)
        {
            list.InnerHtml.AppendHtml(Link(Page + 1, localizer["Next"].Value, "next"));
        }
        output.Content.AppendHtml(list);
    }

    /// <summary>First, last and the neighbours of the current page; null where pages are left out.</summary>
    private IEnumerable<int?> Numbers(int last)
    {
        var shown = Enumerable.Range(1, last).Where(number => number == 1 || number == last || Math.Abs(number - Page) <= Neighbours);
        var before = 0;
        foreach (var number in shown)
        {
            if (number > before + 1)
            {
                yield return null;
            }
            yield return before = number;
        }
    }

    private TagBuilder Link(int number, string text, string? relation)
    {
        var link = Element("a", text);
        link.Attributes["href"] = PageQuery.With(ViewContext.HttpContext.Request, ("page", number == 1 ? null : number.ToString(CultureInfo.InvariantCulture)));
        if (relation is not null)
        {
            link.Attributes["rel"] = relation;
        }
        else
        {
            link.Attributes["aria-label"] = localizer["Page {0}", number].Value;
            if (number == Page)
            {
                link.Attributes["aria-current"] = "page";
            }
        }
        return Item(link);
    }

    private static TagBuilder Item(TagBuilder content)
    {
        var item = new TagBuilder("li");
        item.InnerHtml.AppendHtml(content);
        return item;
    }

    private static TagBuilder Element(string name, string text)
    {
        var element = new TagBuilder(name);
        element.InnerHtml.Append(text);
        return element;
    }
}
