using System.Globalization;
using AgencyCMS.Demo.Contracts;

namespace AgencyCMS.Demo.Writing;

/// <summary>Who writes and when.</summary>
internal sealed record Frame(DemoAgency Agency, string Section, DateOnly FormedOn)
{
    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>The period that was last counted on that day.</summary>
    public string Period => FormedOn.Month switch
    {
        <= 3 => Text($"{FormedOn.Year - 1}年"),
        <= 6 => Text($"{FormedOn.Year}年一季度"),
        <= 9 => Text($"{FormedOn.Year}年上半年"),
        _ => Text($"{FormedOn.Year}年前三季度"),
    };

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
