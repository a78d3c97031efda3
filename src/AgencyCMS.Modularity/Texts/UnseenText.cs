using System.Buffers;
using System.Globalization;
using System.Text;

namespace AgencyCMS.Modularity.Texts;

/// <summary>Which characters of a text nobody sees, so that it is not what it looks like. What a script or an emoji needs is not among them.</summary>
internal static class UnseenText
{
    // Office programs and web pages leave these behind; a text says the same without them.
    private static readonly SearchValues<char> Accidents = SearchValues.Create("\u00AD\u180E\u200B\u200C\u200D\u2060\uFEFF");

    /// <summary>Each character that is not needed, with its place from 0 in UTF-16 units.</summary>
    public static IEnumerable<(Rune Rune, int Place)> Find(string text)
    {
        Rune? before = null;
        var place = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsUnseen(rune) && !(IsJoiner(rune) && Joins(before) && Joins(After(text, place + rune.Utf16SequenceLength))))
            {
                yield return (rune, place);
            }
            else
            {
                before = rune;
            }
            place += rune.Utf16SequenceLength;
        }
    }

    public static bool HoldsAccidents(ReadOnlySpan<char> text) => text.ContainsAny(Accidents);

    public static bool IsAccident(Rune rune) => rune.IsBmp && Accidents.Contains((char)rune.Value);

    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Format => !IsSign(rune.Value),
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Control => rune.Value is not ('\t' or '\n' or '\r'),
        // Letters and marks that fill a place and show nothing.
        _ => rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2065 or 0x3164 or 0xFFA0 or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and < 0xE0100) or (>= 0xE01F0 and < 0xE1000),
    };

    // By their category they are formats, and yet they are seen: signs of numbers, years and verses in Arabic, Syriac and Kaithi.
    private static bool IsSign(int value) => value is (>= 0x0600 and <= 0x0605) or 0x06DD or 0x070F or 0x0890 or 0x0891 or 0x08E2 or 0x110BD or 0x110CD;

    private static bool IsJoiner(Rune rune) => rune.Value is 0x180E or 0x200C or 0x200D;

    private static Rune? After(string text, int place) => place < text.Length && Rune.TryGetRuneAt(text, place, out var rune) ? rune : null;

    // Scripts whose letters change beside a joiner, from Hebrew to Mongolian and of Brahmi's family, and pictures of which several make one.
    private static bool Joins(Rune? rune) => rune is { Value: var value } && !IsUnseen(rune.Value) && value is
        (>= 0x0590 and < 0x1100) or (>= 0x1200 and < 0x1D00) or (>= 0xA800 and < 0xAC00) or (>= 0xFB1D and < 0xFE00) or (>= 0xFE70 and < 0xFEFF) or (>= 0x10A00 and < 0x12000)
        or 0xFE0F or 0x2640 or 0x2642 or 0x2695 or 0x2696 or 0x26A7 or 0x26F9 or 0x2708 or 0x2764 or 0x27A1 or 0x2B1B or (>= 0x1F000 and < 0x20000);
}
