using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using AgencyCMS.Modularity.Calendars;

namespace AgencyCMS.Data.Calendars;

/// <summary>
/// A year's holidays as a file has them: <c>{ "year": 2026, "notice": "…", "off": ["2026-01-01/2026-01-03", …], "makeUp": ["2026-01-04", …] }</c>; a slash parts the
/// first from the last day.
/// </summary>
public static class CalendarYearJson
{
    private const int MostDays = 60;

    /// <exception cref="FormatException">It is not such a file; the message says what is wrong.</exception>
    public static CalendarYear Read(string json)
    {
        Document? document;
        try
        {
            document = JsonSerializer.Deserialize<Document>(json, JsonSerializerOptions.Web);
        }
        catch (JsonException exception)
        {
            throw new FormatException(exception.Message, exception);
        }
        if (document is not { Year: >= 2000 and < 2100, Off.Count: > 0 })
        {
            throw new FormatException("A calendar has a year and its days off.");
        }
        var off = document.Off.SelectMany(text => DaysOf(text, document.Year)).ToFrozenSet();
        var makeUp = (document.MakeUp ?? []).SelectMany(text => DaysOf(text, document.Year)).ToFrozenSet();
        if (off.Count > MostDays || makeUp.FirstOrDefault(day => off.Contains(day) || day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) is var wrong && wrong != default)
        {
            throw new FormatException("Days that are worked in exchange are Saturdays or Sundays and not days off, of which a year has no more than 60.");
        }
        return new CalendarYear(document.Year, document.Notice ?? "", off, makeUp);
    }

    private static IEnumerable<DateOnly> DaysOf(string text, int year)
    {
        var ends = text.Split('/');
        if (ends.Length > 2 || !TryRead(ends[0], out var first) || !TryRead(ends[^1], out var last) || first.Year != year || last.Year != year || last < first)
        {
            throw new FormatException($"“{text}” is no day of {year}, nor a first and a last one: 2026-10-01/2026-10-07.");
        }
        return Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);
    }

    private static bool TryRead(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private sealed record Document(int Year, string? Notice, List<string> Off, List<string>? MakeUp);
}
