using System.Globalization;
using System.Text;

namespace AgencyCMS.ContentManagement.Items.Comparison;

/// <summary>Cuts a text into the pieces that a reader takes as one: an HTML tag, a word or number, a single Chinese character.</summary>
internal static class TextTokens
{
    internal static List<string> Of(string text)
    {
        var tokens = new List<string>();
        // Behind it "<" begins no tag; looked for once, since a text may be full of "<".
        var lastEnd = text.LastIndexOf('>');
        for (var start = 0; start < text.Length;)
        {
            var length = LengthAt(text, start, lastEnd);
            tokens.Add(text.Substring(start, length));
            start += length;
        }
        return tokens;
    }

    internal static bool IsMarkup(string token) => token.Length > 2 && token[0] == '<' && token[^1] == '>';

    private static int LengthAt(string text, int start, int lastEnd)
    {
        if (text[start] == '<' && start < lastEnd && MarkupEnd(text, start) is var end and > 0)
        {
            return end - start;
        }
        if (!IsWordPiece(text, start, out var length))
        {
            return StringInfo.GetNextTextElementLength(text, start);
        }
        var next = start + length;
        while (next < text.Length && IsWordPiece(text, next, out length))
        {
            next += length;
        }
        return next - start;
    }

    // A "<" in plain text, as in "a < b", begins no tag.
    private static int MarkupEnd(string text, int start)
    {
        var isMarkup = start + 1 < text.Length && (char.IsAsciiLetter(text[start + 1]) || text[start + 1] is '/' or '!');
        return isMarkup ? text.IndexOf('>', start) + 1 : 0;
    }

    // Scripts written without spaces have no words to keep together; each of their characters stands alone.
    private static bool IsWordPiece(string text, int place, out int length)
    {
        Rune.DecodeFromUtf16(text.AsSpan(place), out var rune, out length);
        return Rune.IsLetterOrDigit(rune) && rune.Value < 0x2E80;
    }
}
