using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Spreadsheet;
using ExcelNumberFormat;

namespace AgencyCMS.Disclosure.Import.Reading.Workbooks;

/// <summary>What numbers in cells mean by the formats of a workbook: days and moments are numbers there.</summary>
internal sealed partial class CellFormats
{
    // From the first day of 1900, and from that of 1904, by which old Macs counted.
    private const int DaysTo1904 = 1462;
    private const int FirstOwnFormat = 164;
    private const double FirstTooLong = 1e15;
    private readonly bool _is1904;
    private readonly List<int> _formatOfStyle;
    private readonly Dictionary<int, string> _own;
    private readonly Dictionary<int, NumberFormat> _parsed = [];

    public CellFormats(Stylesheet? sheet, bool is1904)
    {
        _is1904 = is1904;
        _formatOfStyle = [.. sheet?.CellFormats?.Elements<CellFormat>().Select(format => (int)(format.NumberFormatId?.Value ?? 0)) ?? []];
        _own = (sheet?.NumberingFormats?.Elements<NumberingFormat>() ?? []).Where(format => format is { NumberFormatId: not null, FormatCode: not null })
            .DistinctBy(format => format.NumberFormatId!.Value).ToDictionary(format => (int)format.NumberFormatId!.Value, format => format.FormatCode!.Value ?? "");
    }

    /// <summary>A day as 2026-11-22; with its time where it has one.</summary>
    public static string Show(DateTime moment) => moment.ToString(moment.TimeOfDay.Ticks == 0 ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    /// <param name="number">As the cell has it.</param>
    /// <param name="style">Of the cell.</param>
    /// <returns>Null for a number with more digits than a workbook keeps: those behind the fifteenth are not what was typed.</returns>
    public string? Show(double number, int style)
    {
        var (format, own) = FormatOf(style);
        return IsMoment(format, own) && Moment(number) is { } moment ? moment
            : Math.Abs(number) >= FirstTooLong ? null
            : own.Length > 0 && ShowsMore().IsMatch(own) ? ByFormat(number, format, own) : Plain(number);
    }

    /// <summary>True for a format that shows nothing of what stands in its cells.</summary>
    public bool IsUnseen(int style) => Blanks().Replace(FormatOf(style).Own, "") is { Length: >= 2 } rest && rest.All(sign => sign is ';');

    private (int Format, string Own) FormatOf(int style) => _formatOfStyle.ElementAtOrDefault(style) is var format ? (format, _own.GetValueOrDefault(format, "")) : default;

    private string ByFormat(double number, int format, string own)
    {
        var parsed = _parsed.TryGetValue(format, out var known) ? known : _parsed[format] = new NumberFormat(own);
        return parsed.IsValid ? parsed.Format(number, CultureInfo.InvariantCulture).Trim() : Plain(number);
    }

    private string? Moment(double number)
    {
        var days = number + (_is1904 ? DaysTo1904 : 0);
        if (days is < 0 or > 2_900_000)
        {
            return null;
        }
        var moment = DateTime.UnixEpoch.AddSeconds(Math.Round((days - 25569) * 86400));
        return days < 1 ? moment.ToString("HH:mm:ss", CultureInfo.InvariantCulture) : Show(moment);
    }

    // 27 to 36 and 50 to 58 are those of Chinese, Japanese and Korean programs.
    private static bool IsMoment(int format, string own) => format < FirstOwnFormat && own.Length == 0
        ? format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58)
        : Literals().Replace(own, "").Split(';')[0].AsSpan().IndexOfAny("ymdhsYMDHS") >= 0;

    private static string Plain(double number) => ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture);

    [GeneratedRegex("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|\\*.|General|G/通用格式", RegexOptions.CultureInvariant)]
    private static partial Regex Literals();

    // Colours and blanks, however they are written.
    [GeneratedRegex("\"\\s*\"|\\\\\\s|_.|\\[[^\\]]*\\]|\\s", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    // Zeros in front and words around a number, as of document numbers, are what people see of it.
    [GeneratedRegex("[^#,.?@;0]|00", RegexOptions.CultureInvariant)]
    private static partial Regex ShowsMore();
}
