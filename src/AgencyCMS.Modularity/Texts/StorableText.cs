using System.Globalization;
using System.Text;
using System.Xml;

namespace AgencyCMS.Modularity.Texts;

/// <summary>
/// The one check of text that comes from outside. Kept is what both databases, pages, feeds and JSON can all hold: the characters of XML 1.0. NUL and other
/// control characters, U+FFFE, U+FFFF and halves of surrogate pairs are not among them.
/// </summary>
public static class StorableText
{
    /// <returns>Place of the first character that cannot be kept, from 0; -1 when there is none.</returns>
    public static int IndexOfFault(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                continue;
            }
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                i++;
                continue;
            }
            return i;
        }
        return -1;
    }

    /// <summary>True when all of it can be kept.</summary>
    public static bool IsStorable(ReadOnlySpan<char> text) => IndexOfFault(text) < 0;

    /// <summary>The first character that cannot be kept, as <c>U+FFFE</c>; null when there is none.</summary>
    public static string? FindFault(ReadOnlySpan<char> text) =>
        IndexOfFault(text) is >= 0 and var place ? string.Create(CultureInfo.InvariantCulture, $"U+{(int)text[place]:X4}") : null;

    /// <summary>The first character that nobody sees and that is not needed, as <c>U+202E</c>, and its place in characters from 1; null when there is none.</summary>
    public static (string Character, int Place)? FindUnseen(string? text) => UnseenText.Find(text ?? "")
        .Select(found => ((string, int)?)(string.Create(CultureInfo.InvariantCulture, $"U+{found.Rune.Value:X4}"), Characters.Count(text![..found.Place]) + 1)).FirstOrDefault(); // not null: something was found

    /// <summary>Whether a text that came back from a form is the one that the form showed: browsers send line ends of their own, and blanks around it do not count.</summary>
    public static bool IsSameTyped(string? typed, string? shown) => Plain(typed) == Plain(shown);

    private static string Plain(string? text) => Tidy(text ?? "").ReplaceLineEndings("\n").Trim();

    /// <summary>The text without what gets into texts by accident, shows nothing and alters nothing: zero-width spaces, byte order marks, soft hyphens and word joiners.</summary>
    public static string Tidy(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!UnseenText.HoldsAccidents(text))
        {
            return text;
        }
        var (tidy, from) = (new StringBuilder(text.Length), 0);
        foreach (var (rune, place) in UnseenText.Find(text).Where(found => UnseenText.IsAccident(found.Rune)))
        {
            tidy.Append(text, from, place - from);
            from = place + rune.Utf16SequenceLength;
        }
        return tidy.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>The text for a message that says what is wrong with it: what cannot be kept is replaced by U+FFFD.</summary>
    public static string Show(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsStorable(text))
        {
            return text;
        }
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            shown.Append(IsStorable(rune.ToString()) ? rune.ToString() : "\uFFFD");
        }
        return shown.ToString();
    }
}
