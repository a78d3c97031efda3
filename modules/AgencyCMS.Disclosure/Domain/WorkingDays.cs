namespace AgencyCMS.Disclosure.Domain;

/// <summary>Days from Monday to Friday. Public holidays are not known here, so that a limit counted with these days is never later than the true one.</summary>
/// <remarks>Source: Regulation on the Disclosure of Government Information (2019), article 26: within 20 working days from the day on which the information was formed.</remarks>
internal static class WorkingDays
{
    /// <summary>Working days after the first date up to and including the second; the day of formation is day zero.</summary>
    public static int Between(DateOnly formedOn, DateOnly today)
    {
        if (today <= formedOn)
        {
            return 0;
        }
        var days = today.DayNumber - formedOn.DayNumber;
        var rest = Enumerable.Range(1, days % 7).Count(day => formedOn.AddDays(day).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        return (days / 7 * 5) + rest;
    }
}
