using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>
/// Takes out what a document hides. Nobody has read it who brings it here: remarks, drafts, what was struck out; without its style it would stand in the text.
/// Each text is judged by itself, since what an element hides by its size or visibility an element inside may show again.
/// </summary>
internal static partial class HiddenText
{
    private static readonly string[] NotText = ["script", "style", "title", "iframe", "noembed", "noframes"];

    /// <returns>The document's body without it, and how many passages that were. What can hide nothing comes back as it is.</returns>
    public static (string Html, int Passages) Remove(string html)
    {
        if (!MayHide().IsMatch(html))
        {
            return (html, 0);
        }
        using var document = new HtmlParser().ParseDocument(html);
        var passages = 0;
        var waiting = new Stack<(IElement Element, bool IsInvisible, bool IsSizeless)>([(document.Body!, false, false)]); // a parsed document has one
        var emptied = new List<IElement>();
        while (waiting.TryPop(out var current))
        {
            foreach (var node in current.Element.ChildNodes.ToList())
            {
                if (node is IElement element && !NotText.Contains(element.LocalName))
                {
                    var style = Remarks().Replace(element.GetAttribute("style") ?? "", "");
                    if (element.HasAttribute("hidden") || Gone().IsMatch(style))
                    {
                        passages += string.IsNullOrWhiteSpace(element.TextContent) ? 0 : 1;
                        element.Remove();
                        continue;
                    }
                    var (invisible, sizeless) = (Visibility().Matches(style).LastOrDefault(), Size().Matches(style).LastOrDefault());
                    var state = (
                        element,
                        invisible is null ? current.IsInvisible : invisible.Groups[1].Value.ToUpperInvariant() is "HIDDEN" or "COLLAPSE",
                        sizeless is null ? current.IsSizeless : Nothing().IsMatch(sizeless.Groups[1].Value));
                    waiting.Push(state);
                }
                else if (node is IText && (current.IsInvisible || current.IsSizeless) && !string.IsNullOrWhiteSpace(node.TextContent))
                {
                    passages++;
                    node.Parent!.RemoveChild(node); // the element above
                    emptied.Add(current.Element);
                }
            }
        }
        emptied.ForEach(element => RemoveEmpty(element, document.Body!));
        return (document.Body!.InnerHtml, passages);
    }

    private static void RemoveEmpty(IElement element, IElement body)
    {
        for (var current = element; current is not null && current != body && IsEmpty(current);)
        {
            var parent = current.ParentElement;
            current.Remove();
            current = parent;
        }
    }

    private static bool IsEmpty(IElement element) =>
        string.IsNullOrWhiteSpace(element.TextContent) && element.LocalName is not ("td" or "th" or "tr") && element.QuerySelector("img, table, td, th") is null;

    [GeneratedRegex("hid(?:den|e)|display|visibility|font|mso-element", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MayHide();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Remarks();

    [GeneratedRegex(@"(?:^|[;\s])(?:display\s*:\s*none|mso-hide\s*:\s*all|mso-element\s*:\s*comment)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Gone();

    [GeneratedRegex(@"(?:^|[;\s])visibility\s*:\s*([a-z]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Visibility();

    [GeneratedRegex(@"(?:^|[;\s])font(?:-size)?\s*:\s*([^;]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Size();

    // Of "font", the size stands before a slash or the family.
    [GeneratedRegex(@"(?:^|\s)0(?:\.0+)?(?:[a-z]+|%)?(?:[/\s!]|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Nothing();
}
