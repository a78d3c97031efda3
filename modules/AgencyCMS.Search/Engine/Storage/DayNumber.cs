namespace AgencyCMS.Search.Engine.Storage;

/// <summary>A day as the number yyyymmdd, which the index can compare and whose quotient by 10,000 is the year.</summary>
internal static class DayNumber
{
    public static int? Of(DateOnly? day) => day is { } value ? Of(value) : null;

    public static int Of(DateOnly day) => (day.Year * 10_000) + (day.Month * 100) + day.Day;

    public static DateOnly ToDate(int number) => new(number / 10_000, number / 100 % 100, number % 100);
}
