using System.Buffers;
using System.Collections.Frozen;
using System.Net;
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

    private static readonly SearchValues<char> TagCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SimpleInlines = FrozenSet.Create(
        StringComparer.Ordinal, "a", "b", "em", "i", "span", "strong", "sub", "sup", "u").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SimpleBlocks = FrozenSet.Create(
        StringComparer.Ordinal, "p", "h1", "h2", "h3", "h4", "h5", "h6", "br", "hr", "ul", "ol", "li", "div", "blockquote", "table", "thead", "tbody", "tr", "td", "th")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public static string FromHtml(string html)
    {
        if (html.AsSpan().IndexOfAny('<', '&') < 0)
        {
            return html.Trim();
        }
        if (FromSimple(html) is { } simple)
        {
            return simple;
        }
        using var document = new HtmlParser().ParseDocument(html);
        var text = new StringBuilder(html.Length);
        Append(document.Body!, text); // the parser always makes one
        return text.ToString().Trim();
    }

    /// <summary>Reads along without building a document, which is most of the cost; cleaned HTML nearly always allows it.</summary>
    /// <returns>Null when there is anything but text and plain tags.</returns>
    private static string? FromSimple(string html)
    {
        var text = new StringBuilder(html.Length);
        var rest = html.AsSpan();
        while (rest.IndexOf('<') is var start and >= 0)
        {
            AppendSimple(rest[..start], text);
            rest = rest[(start + 1)..];
            var end = rest.IndexOf('>');
            var name = end < 0 ? [] : rest[..end].TrimStart('/');
            // A name in capitals, an attribute, a comment: the parser knows what to make of it.
            if (name.IsEmpty || name.ContainsAnyExcept(TagCharacters))
            {
                return null;
            }
            if (SimpleBlocks.Contains(name))
            {
                BreakLine(text, isBlock: true);
            }
            else if (!SimpleInlines.Contains(name))
            {
                return null;
            }
            rest = rest[(end + 1)..];
        }
        AppendSimple(rest, text);
        return text.ToString().Trim();
    }

    private static void AppendSimple(ReadOnlySpan<char> words, StringBuilder text) =>
        AppendWords(words.Contains('&') ? WebUtility.HtmlDecode(words.ToString()) : words, text);

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
    private static void AppendWords(ReadOnlySpan<char> words, StringBuilder text)
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
