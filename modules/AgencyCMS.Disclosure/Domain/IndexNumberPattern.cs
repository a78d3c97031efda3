using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AgencyCMS.Disclosure.Domain;

/// <summary>
/// How a tenant writes its index numbers: text with <c>{code}</c> (organisation code), <c>{yyyy}</c>, <c>{yyyyMM}</c> or <c>{yyyyMMdd}</c> (publication)
/// and <c>{nnnnn}</c> (serial number, as many digits as letters). The serial begins anew with each period that the pattern names.
/// </summary>
/// <remarks>Source: trial guideline on catalogue systems and the practice of live sites; domain reference 4.2.</remarks>
internal sealed partial class IndexNumberPattern
{
    public const string Default = "{code}/{yyyy}-{nnnnn}";
    private readonly string _pattern;

    private IndexNumberPattern(string pattern) => _pattern = pattern;

    /// <returns>Null when the pattern has no serial number, or a placeholder that does not exist.</returns>
    public static IndexNumberPattern? Parse(string pattern)
    {
        var placeholders = Placeholder().Matches(pattern).Select(match => match.Groups[1].Value).ToList();
        var isKnown = placeholders.TrueForAll(name => name is "code" or "yyyy" or "yyyyMM" or "yyyymm" or "yyyyMMdd" or "yyyymmdd" || name.All(letter => letter == 'n'));
        return isKnown && placeholders.Count(name => name.All(letter => letter == 'n')) == 1 ? new IndexNumberPattern(pattern) : null;
    }

    /// <summary>The period whose serial numbers are counted together, such as <c>2026</c>; empty when the pattern names none.</summary>
    public string PeriodOf(DateOnly publishedOn) => string.Concat(
        Placeholder().Matches(_pattern).Select(match => match.Groups[1].Value).Where(name => name[0] == 'y').Select(name => Format(publishedOn, name)));

    /// <summary>Writes a number.</summary>
    /// <param name="organisationCode">Code of the agency; may be empty, then a separator behind it falls away too.</param>
    /// <param name="publishedOn">Day of first publication in the tenant's time zone.</param>
    /// <param name="serial">From 1.</param>
    public string Write(string organisationCode, DateOnly publishedOn, int serial)
    {
        var text = new StringBuilder(Placeholder().Replace(_pattern, match => match.Groups[1].Value switch
        {
            "code" => organisationCode,
            ['n', ..] digits => serial.ToString("D" + digits.Length, CultureInfo.InvariantCulture),
            var date => Format(publishedOn, date),
        }));
        return text.ToString().TrimStart('/', '-');
    }

    private static string Format(DateOnly date, string name) => date.ToString(name.Replace('m', 'M'), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
