using System.Globalization;
using System.Text;

namespace AgencyCMS.Modularity.Localisation;

/// <summary>The language of a text that stands in a page of another: names, addresses, values that an agency wrote.</summary>
public static class TextLanguage
{
    private const string Chinese = "zh-CN";
    private static readonly Rune FirstIdeograph = new(0x3400);

    /// <summary>Value for the text's <c>lang</c>; null, which leaves the attribute out, when it is in the language of the page.</summary>
    public static string? Of(string? text) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "zh" && text is not null && text.EnumerateRunes().Any(IsIdeograph) ? Chinese : null;

    // The blocks of Han from extension A on; between them and above lie no letters of a language that pages have.
    private static bool IsIdeograph(Rune rune) => rune >= FirstIdeograph && Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter;
}
