using System.Globalization;

namespace AgencyCMS.Modularity.Localisation;

/// <summary>Marks between words that are themselves no sentence, as the reader's language writes them.</summary>
public static class Punctuation
{
    /// <summary>Stands between a label and what it names.</summary>
    public static string Colon => IsChinese ? "：" : ": ";

    /// <summary>Names in a row.</summary>
    public static string List(IEnumerable<string> names) => string.Join(IsChinese ? "、" : ", ", names);

    private static bool IsChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";
}
