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

    /// <summary>Without what lists of values put around digits, so that a spreadsheet keeps the zeros before them: <c>="00123"</c> is 00123.</summary>
    public static string Unwrapped(string text) => text.StartsWith("=\"", StringComparison.Ordinal) && Wrapped().Match(text) is { Success: true } match ? match.Groups[1].Value : text;

    /// <summary>On one line. Where a cell was broken between Chinese characters, nothing stood.</summary>
    public static string OnOneLine(string text) => BreakInChinese().Replace(text, "").ReplaceLineEndings(" ");

    /// <summary>The name that a heading has without its ornaments: <c>*标 题（必填）：</c> is 标题.</summary>
    public static string NameOf(string heading)
    {
        var name = StorableText.IsStorable(heading) ? Ornaments().Replace(heading.Normalize(NormalizationForm.FormKC), "") : "";
        return name.Length > 0 ? name : heading;
    }

    /// <summary>The error that a spreadsheet shows in place of a value, where it was written as a text; also the signs of a cell that is too narrow for its value.</summary>
    /// <returns>Null when the text is none.</returns>
    public static string? ErrorIn(string text) => text.Length < 20 && StorableText.IsStorable(text) && Error().IsMatch(text.Normalize(NormalizationForm.FormKC).Trim()) ? text.Trim() : null;

    /// <summary>True for a number that a spreadsheet has written shorter than it was, such as <c>3.20123E+17</c>.</summary>
    public static bool IsShortened(string text) => Shortened().IsMatch(text);

    [GeneratedRegex(@"^#(?:N/A|(?:REF|VALUE|DIV/0|NULL|NUM|SPILL|CALC|FIELD|BLOCKED|CONNECT|BUSY|UNKNOWN|EXTERNAL|PYTHON)!|NAME\?|GETTING_DATA|#+)\z|^Err:[0-9]{3}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Error();

    [GeneratedRegex("^=\"([^\"]*)\"\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Wrapped();

    [GeneratedRegex(@"^\s*[+-]?[0-9](?:\.[0-9]+)?E\+[0-9]{2,3}\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shortened();

    [GeneratedRegex(@"(?<=[\p{IsCJKUnifiedIdeographs}\p{P}])[ \t]*[\r\n]+[ \t]*(?=[\p{IsCJKUnifiedIdeographs}\p{P}])", RegexOptions.CultureInvariant)]
    private static partial Regex BreakInChinese();

    [GeneratedRegex(@"\([^()]*\)|[\s*※★:]+", RegexOptions.CultureInvariant)]
    private static partial Regex Ornaments();
}
