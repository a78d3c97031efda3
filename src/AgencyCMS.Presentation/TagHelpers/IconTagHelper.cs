using System.Collections.Frozen;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AgencyCMS.Presentation.TagHelpers;

/// <summary>
/// <c>&lt;icon name="search" /&gt;</c>: a line drawing in the colour of the text around it. It is decoration: the words beside
/// it carry the meaning, so readers of the screen are not told of it.
/// </summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    /// <summary>Shapes on a field of 24 by 24, drawn for this project.</summary>
    private static readonly FrozenDictionary<string, string> Shapes = new Dictionary<string, string>
    {
        ["alert"] = "M12 3.5 21.5 20h-19zM12 10v4.500M12 17v.5",
        ["archive"] = "M3 4h18v4H3zM5 8v12h14V8M10 12h4",
        ["book"] = "M4 5c3-1 6-.5 8 1.5 2-2 5-2.5 8-1.500v14c-3-1-6-.5-8 1.5-2-2-5-2.5-8-1.500zM12 6.500V20",
        ["building"] = "M3 10 12 4l9 6M4 20h16M6 10v8M10.5 10v8M13.5 10v8M18 10v8",
        ["calendar"] = "M4 6h16v14H4zM4 10h16M8 3.500V7M16 3.500V7",
        ["chart"] = "M4 4v16h16M8 16v-4M12 16V8M16 16v-6",
        ["check"] = "M12 3a9 9 0 1 0 .01 0M8 12.500l2.8 2.800L16 9.5",
        ["clock"] = "M12 3a9 9 0 1 0 .01 0M12 7.500V12l3.5 2",
        ["contrast"] = "M12 3a9 9 0 1 0 .01 0M12 3v18M12 7l6 2M12 11l8 1M12 15l7 1",
        ["cross"] = "M12 3a9 9 0 1 0 .01 0M9 9l6 6M15 9l-6 6",
        ["download"] = "M12 4v11M7.5 11l4.5 4.5 4.5-4.500M4 20h16",
        ["edit"] = "M4 20l1-4L16 5l3 3L8 19zM13.5 7.500l3 3",
        ["eye"] = "M2.5 12C5 7.5 8.5 5.5 12 5.500s7 2 9.5 6.500c-2.5 4.5-6 6.5-9.5 6.500S5 16.5 2.5 12zM12 9a3 3 0 1 0 .01 0",
        ["file"] = "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
        ["folder"] = "M3 6h6l2 2.500h10V19H3z",
        ["globe"] = "M12 3a9 9 0 1 0 .01 0M3 12h18M12 3c-3 3-4 6-4 9s1 6 4 9c3-3 4-6 4-9s-1-6-4-9z",
        ["history"] = "M4 12a8 8 0 1 1 2.5 5.800M4 12l-1.5-3M4 12l3-2M12 8v4.500l3 2",
        ["home"] = "M3 11.5 12 4l9 7.500M6 9.500V20h12V9.500M10 20v-6h4v6",
        ["inbox"] = "M4 13 6.5 5h11L20 13v6H4zM4 13h5l1.5 2.500h3L15 13h5",
        ["info"] = "M12 3a9 9 0 1 0 .01 0M12 11v5.500M12 7.500v.5",
        ["large-text"] = "M3 19 8.5 5 14 19M5 14h7M14.5 19l3.3-8 3.2 8M15.7 16.500h4.3",
        ["list"] = "M8 6h12M8 12h12M8 18h12M4 6h.5M4 12h.5M4 18h.5",
        ["lock"] = "M5 11h14v9H5zM8 11V8a4 4 0 0 1 8 0v3",
        ["mail"] = "M3 6h18v12H3zM3 7l9 6.500L21 7",
        ["menu"] = "M4 6h16M4 12h16M4 18h16",
        ["plus"] = "M12 5v14M5 12h14",
        ["print"] = "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
        ["search"] = "M10.5 4a6.5 6.5 0 1 0 .01 0M15.5 15.5 20.5 20.5",
        ["send"] = "M3 11.5 21 4l-6 16-3.5-6.500zM11.5 13.5 21 4",
        ["settings"] = "M4 7h9M17 7h3M4 17h3M11 17h9M15 5a2 2 0 1 0 .01 0M9 15a2 2 0 1 0 .01 0",
        ["shield"] = "M12 3l8 3v6c0 4.5-3.5 7.5-8 9-4.5-1.5-8-4.5-8-9V6zM8.5 12l2.5 2.5 4.5-5",
        ["speaker"] = "M4 9.500h3.500L12 5.500v13l-4.5-4H4zM15.5 9a4 4 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11",
        ["trash"] = "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5",
        ["upload"] = "M12 16V5M7.5 9 12 4.5 16.5 9M4 20h16",
        ["user"] = "M12 4a4 4 0 1 0 .01 0M4 21c.5-4.5 4-7 8-7s7.5 2.5 8 7",
        ["users"] = "M9 5a3.5 3.5 0 1 0 .01 0M2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M15.5 5.500a3.5 3.5 0 0 1 0 6.500M18 14.500c2 1 3.2 2.8 3.5 5.5",
    }.ToFrozenDictionary();

    private const string Frame = "<svg class=\"icon\" viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.8\" "
        + "stroke-linecap=\"round\" stroke-linejoin=\"round\" aria-hidden=\"true\" focusable=\"false\"><path d=\"";

    public required string Name { get; set; }

    /// <summary>The drawing as markup.</summary>
    /// <exception cref="InvalidOperationException">There is no icon of that name.</exception>
    public static IHtmlContent Draw(string name) => Shapes.TryGetValue(name, out var shape)
        ? new HtmlString($"{Frame}{shape}\"/></svg>")
        : throw new InvalidOperationException($"There is no icon '{name}'. Known: {string.Join(", ", Shapes.Keys.Order())}.");

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(Draw(Name));
    }
}
