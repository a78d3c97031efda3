using System.Collections.Frozen;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>
/// Tells HTML that cleaning leaves exactly as it is, at a fraction of the cost of cleaning it: paragraphs and headings with emphasis in them, without a single
/// attribute, entity or stray sign. Most of what is imported looks so. Whatever is not certain is cleaned.
/// </summary>
internal static class CertainMarkup
{
    private const int MaxDepth = 8;
    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(StringComparer.Ordinal, "p", "h1", "h2", "h3", "h4", "h5", "h6");
    private static readonly FrozenSet<string> Inlines = FrozenSet.Create(StringComparer.Ordinal, "strong", "em", "b", "i", "u", "sub", "sup");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BlockLookup = Blocks.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> InlineLookup = Inlines.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsClean(ReadOnlySpan<char> html)
    {
        // The parser drops white space at the start, and rewrites these signs.
        if (html.IsEmpty || html[0] != '<' || html.IndexOfAny('&', '\r', '\0') >= 0)
        {
            return false;
        }
        Span<Range> open = stackalloc Range[MaxDepth];
        var depth = 0;
        var rest = html;
        while (rest.IndexOfAny('<', '>') is var sign and >= 0)
        {
            var end = rest.IndexOf('>');
            if (rest[sign] != '<' || end < sign)
            {
                return false;
            }
            var start = html.Length - rest.Length + sign + 1;
            var name = rest[(sign + 1)..end];
            rest = rest[(end + 1)..];
            if (name is ['/', .. var closed])
            {
                if (depth == 0 || !closed.SequenceEqual(html[open[--depth]]))
                {
                    return false;
                }
            }
            else if (depth < MaxDepth && (depth == 0 ? BlockLookup : InlineLookup).Contains(name) && !IsOpen(html, open[..depth], name))
            {
                open[depth++] = start..(start + name.Length);
            }
            else
            {
                return false;
            }
        }
        return depth == 0;
    }

    // The parser rearranges emphasis within the same emphasis in some cases.
    private static bool IsOpen(ReadOnlySpan<char> html, ReadOnlySpan<Range> open, ReadOnlySpan<char> name)
    {
        foreach (var range in open)
        {
            if (name.SequenceEqual(html[range]))
            {
                return true;
            }
        }
        return false;
    }
}
