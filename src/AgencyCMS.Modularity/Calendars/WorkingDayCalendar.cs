using System.Collections.Frozen;

namespace AgencyCMS.Modularity.Calendars;

/// <summary>
/// Counts working days: Monday to Friday but the holidays, and the days worked in exchange. What touches a year that is not known is provisional, and every answer says
/// so: one holiday that is missing would be a deadline that is wrong by a day, without a word.
/// </summary>
/// <param name="years">The years that are known.</param>
public sealed class WorkingDayCalendar(IEnumerable<CalendarYear> years)
{
    private readonly FrozenDictionary<int, CalendarYear> _years = years.ToFrozenDictionary(year => year.Year);
    private readonly Dictionary<int, CalendarYear> _provisional = [];

    /// <summary>True when the arrangement of the year is known.</summary>
    public bool Knows(int year) => _years.ContainsKey(year);

    /// <summary>True for a day on which offices work.</summary>
    public bool IsWorkingDay(DateOnly day)
    {
        var year = Of(day.Year);
        return year.MakeUp.Contains(day) || (!year.Off.Contains(day) && !StatutoryHolidays.IsWeekend(day));
    }

    /// <summary>Working days after the first date up to and including the second; the first is day zero. None when the second is not later.</summary>
    public WorkingDayCount Between(DateOnly first, DateOnly last)
    {
        var count = 0;
        for (var day = first.AddDays(1); day <= last; day = day.AddDays(1))
        {
            count += IsWorkingDay(day) ? 1 : 0;
        }
        return new WorkingDayCount(count, last > first && !AreKnown(first, last));
    }

    /// <summary>The day on which a limit of working days ends: the day of receipt is day zero, the last day belongs to it.</summary>
    /// <param name="first">The day of receipt.</param>
    /// <param name="days">How many working days, from 1.</param>
    public DueDay Add(DateOnly first, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        var day = first;
        for (var left = days; left > 0; left -= IsWorkingDay(day) ? 1 : 0)
        {
            day = day.AddDays(1);
        }
        return new DueDay(day, !AreKnown(first, day));
    }

    /// <summary>The day itself when it is a working day, otherwise the last one before it: when to remind of a fixed date.</summary>
    public DueDay OnOrBefore(DateOnly date)
    {
        var day = date;
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(-1);
        }
        return new DueDay(day, !AreKnown(day, date));
    }

    private bool AreKnown(DateOnly first, DateOnly last) => Enumerable.Range(first.Year, last.Year - first.Year + 1).All(Knows);

    private CalendarYear Of(int year)
    {
        if (_years.TryGetValue(year, out var known))
        {
            return known;
        }
        lock (_provisional)
        {
            return _provisional.TryGetValue(year, out var made) ? made : _provisional[year] = StatutoryHolidays.Of(year);
        }
    }
}

/// <param name="Days">How many working days.</param>
/// <param name="IsProvisional">True when a year is in it whose holidays are not known.</param>
public readonly record struct WorkingDayCount(int Days, bool IsProvisional);

/// <param name="Day">The day.</param>
/// <param name="IsProvisional">True when a year is on the way to it whose holidays are not known.</param>
public readonly record struct DueDay(DateOnly Day, bool IsProvisional);
