using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace AgencyCMS.Search.Indexing;

/// <summary>The words of an HTML text, a line for each block.</summary>
internal static class PlainText
{
    private static readonly HashSet<string> Silent = new(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT"], StringComparer.Ordinal);

    private static readonly HashSet<string> Inline = new(
        ["A", "ABBR", "B", "CODE", "DEL", "EM", "FONT", "I", "INS", "LABEL", "MARK", "Q", "S", "SMALL", "SPAN", "STRONG", "SUB", "SUP", "TIME", "U"],
        StringComparer.Ordinal);

    public static string FromHtml(string html)
    {
        if (html.AsSpan().IndexOfAny('<', '&') < 0)
        {
            return html.Trim();
        }
        using var document = new HtmlParser().ParseDocument(html);
        var text = new StringBuilder(html.Length);
        Append(document.Body!, text); // the parser always makes one
        return text.ToString().Trim();
    }

    private static void Append(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words)
            {
                AppendWords(words.Data, text);
            }
            else if (child is IElement element && !Silent.Contains(element.TagName))
            {
                var isBlock = !Inline.Contains(element.TagName);
                BreakLine(text, isBlock);
                Append(element, text);
                BreakLine(text, isBlock);
            }
        }
    }

    // Line ends in the source are mere layout; between two ideographs they must not part a word.
    private static void AppendWords(string words, StringBuilder text)
    {
        foreach (var character in words)
        {
            if (!char.IsWhiteSpace(character))
            {
                text.Append(character);
            }
            else if (text.Length > 0 && !char.IsWhiteSpace(text[^1]))
            {
                text.Append(' ');
            }
        }
    }

    private static void BreakLine(StringBuilder text, bool isBlock)
    {
        if (isBlock && text.Length > 0 && text[^1] != '\n')
        {
            text.Append('\n');
        }
    }
}
