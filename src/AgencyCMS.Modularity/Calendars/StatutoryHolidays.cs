using System.Collections.Frozen;
using System.Globalization;

namespace AgencyCMS.Modularity.Calendars;

/// <summary>
/// What the law itself says of a year whose arrangement has not been announced: the thirteen statutory days, and the working days that follow a festival in exchange
/// for those of its days that are no working days anyway. A provisional calendar; the announced one differs.
/// </summary>
/// <remarks>Source: Regulation on Public Holidays for National Annual Festivals and Memorial Days (全国年节及纪念日放假办法), as amended from 2025.</remarks>
public static class StatutoryHolidays
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>The provisional arrangement of a year from 2025 to 2099.</summary>
    public static CalendarYear Of(int year)
    {
        var newYear = FromLunar(year, 1, 1);
        (DateOnly First, int Days)[] festivals =
        [
            (new(year, 1, 1), 1),
            (newYear.AddDays(-1), 4),
            (Qingming(year), 1),
            (new(year, 5, 1), 2),
            (FromLunar(year, 5, 5), 1),
            (FromLunar(year, 8, 15), 1),
            (new(year, 10, 1), 3),
        ];
        var off = new HashSet<DateOnly>();
        foreach (var (first, days) in festivals)
        {
            off.UnionWith(Enumerable.Range(0, days).Select(first.AddDays));
        }
        foreach (var (first, days) in festivals)
        {
            var lost = Enumerable.Range(0, days).Count(day => IsWeekend(first.AddDays(day)));
            for (var day = first.AddDays(days); lost > 0; day = day.AddDays(1))
            {
                lost -= !IsWeekend(day) && off.Add(day) ? 1 : 0;
            }
        }
        return new CalendarYear(year, "", off.ToFrozenSet(), FrozenSet<DateOnly>.Empty);
    }

    internal static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    // The sun's fifteenth degree; the usual approximation, right for the years 2000 to 2099.
    private static DateOnly Qingming(int year) => new(year, 4, (int)Math.Floor((0.2422 * (year % 100)) + 4.81) - ((year % 100) / 4));

    // A leap month is counted as a month of its own in the calendar that the framework has.
    private static DateOnly FromLunar(int year, int month, int day)
    {
        var leap = Lunar.GetLeapMonth(year);
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, leap > 0 && leap <= month ? month + 1 : month, day, 0, 0, 0, 0));
    }
}
