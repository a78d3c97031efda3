using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Disclosure.Import;

/// <summary>Days and moments as offices write them: 2024-03-05, 2024/3/5 9:30, 2024年3月5日, 二〇二四年三月五日, full-width digits.</summary>
internal static partial class ImportDates
{
    private const string Digits = "〇一二三四五六七八九";
    private const string Tens = "十廿卅";
    private const string Unclear = "?";
    private static readonly string[] Days = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];
    private static readonly string[] Times = ["", " H:m", " H:m:s", " H:m:s.FFFFFFF", " H时m分", " H时m分s秒"];
    private static readonly string[] Formats = [.. from day in Days from time in Times select day + time];

    /// <returns>The day or moment, without a zone; null when it is none, or could be read in two ways.</returns>
    public static DateTime? Read(string text)
    {
        if (!StorableText.IsStorable(text))
        {
            return null;
        }
        var plain = WeekDay().Replace(text.Normalize(NormalizationForm.FormKC), " ").Trim();
        plain = ChineseDay().Replace(plain.Replace('零', '〇').Replace('○', '〇'), match => $"{Year(match.Groups[1].ValueSpan)}年{Number(match.Groups[2].ValueSpan)}月{Number(match.Groups[3].ValueSpan)}日");
        plain = AroundSigns().Replace(plain, "$1").Replace("号", "日", StringComparison.Ordinal);
        plain = HalfOfDay().Replace(BehindDay().Replace(plain, " "), Hour);
        return DateTime.TryParseExact(plain, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is > 1900 and < 2200 ? date : null;
    }

    private static string Year(ReadOnlySpan<char> text)
    {
        var year = new StringBuilder();
        foreach (var sign in text)
        {
            year.Append(Digits.IndexOf(sign, StringComparison.Ordinal));
        }
        return year.ToString();
    }

    // 三十一 is 31, 十二 is 12, 廿三 is 23.
    private static int Number(ReadOnlySpan<char> text)
    {
        var number = 0;
        foreach (var sign in text)
        {
            number = Tens.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var tens
                ? 10 * (tens > 0 ? tens + 1 : Math.Max(1, number))
                : number + Digits.IndexOf(sign, StringComparison.Ordinal);
        }
        return number;
    }

    // 上午12点 could be noon or midnight, 晚上12点 and 晚上2点 lie in the night before or after: what could be two moments is none.
    private static string Hour(Match match) => (match.Groups[1].Value, int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture)) switch
    {
        ("上午", >= 12) or ("晚上", < 5 or 12) => Unclear,
        ("下午" or "晚上", < 12 and var hour) => (hour + 12).ToString(CultureInfo.InvariantCulture),
        var (_, hour) => hour.ToString(CultureInfo.InvariantCulture),
    };

    [GeneratedRegex(@"[(]?(?:星期|周)[一二三四五六日天][)]?")]
    private static partial Regex WeekDay();

    [GeneratedRegex(@"([〇一二三四五六七八九]{4})\s*年\s*([〇一二三四五六七八九十]{1,3})\s*月\s*([〇一二三四五六七八九十廿卅]{1,4})\s*[日号]")]
    private static partial Regex ChineseDay();

    [GeneratedRegex(@"\s*([年月日号时分秒:/.-])\s*")]
    private static partial Regex AroundSigns();

    // Where the day ends and the time begins.
    [GeneratedRegex(@"(?<=日)(?=[\d上下晚])|(?<=\d)T(?=\d)|\s+")]
    private static partial Regex BehindDay();

    [GeneratedRegex("(上午|下午|晚上) ?([0-9]{1,2})")]
    private static partial Regex HalfOfDay();
}
