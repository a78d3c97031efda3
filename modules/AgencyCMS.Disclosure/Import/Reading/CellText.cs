using System.Text;
using System.Text.RegularExpressions;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Disclosure.Import.Reading;

/// <summary>Texts of cells without what nobody sees.</summary>
internal static partial class CellText
{
    private static readonly char[] Unseen = ['\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF'];

    /// <summary>Without blanks of any width at its ends.</summary>
    public static string Trim(string text)
    {
        var trimmed = text.Trim().Trim(Unseen);
        return trimmed.Length == text.Length ? text : Trim(trimmed);
    }

    /// <summary>On one line. Where a cell was broken between Chinese characters, nothing stood.</summary>
    public static string OnOneLine(string text) => BreakInChinese().Replace(text, "").ReplaceLineEndings(" ");

    /// <summary>The name that a heading has without its ornaments: <c>*标 题（必填）：</c> is 标题.</summary>
    public static string NameOf(string heading)
    {
        var name = StorableText.IsStorable(heading) ? Ornaments().Replace(heading.Normalize(NormalizationForm.FormKC), "") : "";
        return name.Length > 0 ? name : heading;
    }

    [GeneratedRegex(@"(?<=[\p{IsCJKUnifiedIdeographs}\p{P}])[ \t]*[\r\n]+[ \t]*(?=[\p{IsCJKUnifiedIdeographs}\p{P}])", RegexOptions.CultureInvariant)]
    private static partial Regex BreakInChinese();

    [GeneratedRegex(@"\([^()]*\)|[\s*※★:]+", RegexOptions.CultureInvariant)]
    private static partial Regex Ornaments();
}
