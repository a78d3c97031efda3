using System.Globalization;
using System.Text;

namespace AgencyCMS.Search.Engine.Text;

/// <summary>
/// Cuts folded text into units. The index, the query parser and the highlighter all read through it, so what one finds the
/// others find. Spaces, brackets, quotation marks and commas between ideographs are passed over, since titles are
/// written with and without them: 放管服 finds 放、管、服. Lone surrogates are passed over too.
/// </summary>
internal static class TextScanner
{
    /// <summary>Longer runs of letters are cut, so that no term exceeds what the index can hold.</summary>
    public const int MaxWordChars = 64;

    /// <summary>Reads the next unit at or after <paramref name="position"/> and moves past it.</summary>
    /// <returns>False at the end of the text.</returns>
    public static bool TryRead(ReadOnlySpan<char> folded, ref int position, out TextUnit unit)
    {
        while (position < folded.Length)
        {
            var start = position;
            if (folded[start] is >= '\u4E00' and <= '\u9FFF')
            {
                position++;
                unit = new TextUnit(TextUnitKind.Ideograph, start, 1);
                return true;
            }
            Rune.DecodeFromUtf16(folded[start..], out var rune, out var consumed);
            position += consumed;
            if (IsIdeograph(rune))
            {
                unit = new TextUnit(TextUnitKind.Ideograph, start, consumed);
                return true;
            }
            if (Rune.IsLetterOrDigit(rune))
            {
                position = EndOfWord(folded, position, start + MaxWordChars);
                unit = new TextUnit(TextUnitKind.Word, start, position - start);
                return true;
            }
            if (IsBreak(rune))
            {
                unit = new TextUnit(TextUnitKind.Break, start, consumed);
                return true;
            }
        }
        unit = default;
        return false;
    }

    public static bool IsIdeograph(Rune rune) => rune.Value switch
    {
        < 0x2E80 => false,
        0x30FB => false,
        (>= 0x2E80 and <= 0x2FDF) or (>= 0x3040 and <= 0x30FF) or (>= 0x3105 and <= 0x312F) or (>= 0x31A0 and <= 0x31BF)
            or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xA000 and <= 0xA48C)
            or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) => true,
        0x3005 or 0x3007 => true,
        _ => false,
    };

    private static int EndOfWord(ReadOnlySpan<char> folded, int position, int limit)
    {
        while (position < folded.Length)
        {
            Rune.DecodeFromUtf16(folded[position..], out var rune, out var consumed);
            if (position + consumed > limit || IsIdeograph(rune) || !ContinuesWord(rune))
            {
                break;
            }
            position += consumed;
        }
        return position;
    }

    private static bool ContinuesWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsBreak(Rune rune) => rune.Value is '\n' or '\r' or '!' or '?' or ';' or 0x3002 or 0x2028 or 0x2029;
}
