namespace AgencyCMS.Data.Calendars;

/// <summary>The holidays of a year that were imported into the county.</summary>
internal sealed class CalendarYearRow
{
    public int Year { get; init; }

    /// <summary>As <see cref="CalendarYearJson"/> reads it.</summary>
    public required string Json { get; set; }

    public DateTimeOffset LoadedAt { get; set; }
    public required string LoadedBy { get; set; }
}
