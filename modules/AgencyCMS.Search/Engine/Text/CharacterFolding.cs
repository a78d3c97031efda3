using System.Text;

namespace AgencyCMS.Search.Engine.Text;

/// <summary>
/// Makes characters that a reader takes for the same one equal: lower case, half width, one code for each ideograph.
/// Every character folds to exactly one, so offsets in the folded text are offsets in the original.
/// </summary>
internal static class CharacterFolding
{
    private const char IdeographicSpace = '\u3000';
    private const int FullWidthShift = 0xFEE0;

    public static char[] Fold(ReadOnlySpan<char> text)
    {
        var folded = new char[text.Length];
        Fold(text, folded);
        return folded;
    }

    /// <param name="text">Text as written.</param>
    /// <param name="folded">Receives the folded text; at least as long as <paramref name="text"/>. May be the same memory.</param>
    public static void Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        for (var i = 0; i < text.Length; i++)
        {
            folded[i] = Fold(text[i]);
        }
    }

    private static char Fold(char character) => character switch
    {
        // First what nearly all text is made of.
        >= '\u4E00' and <= '\u9FFF' => character,
        >= 'A' and <= 'Z' => (char)(character | ' '),
        < '\u0080' => character,
        IdeographicSpace => ' ',
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(character - FullWidthShift)),
        // Radicals and compatibility ideographs look like ordinary ones; text copied out of PDF files is full of them.
        (>= '\u2E80' and <= '\u2FDF') or (>= '\uF900' and <= '\uFAFF') => Compose(character),
        _ => char.ToLowerInvariant(character),
    };

    private static char Compose(char character)
    {
        var composed = character.ToString().Normalize(NormalizationForm.FormKC);
        return composed.Length == 1 ? composed[0] : character;
    }
}
