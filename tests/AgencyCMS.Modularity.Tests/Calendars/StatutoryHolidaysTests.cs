using System.Globalization;
using AgencyCMS.Modularity.Calendars;

namespace AgencyCMS.Modularity.Tests.Calendars;

/// <summary>The law's own days for a year that has not been arranged yet.</summary>
public sealed class StatutoryHolidaysTests
{
    [Fact]
    public void Days_OfAYear_AreTheThirteenAndThoseInExchange()
    {
        // Act
        var off = StatutoryHolidays.Of(2027).Off.Order();

        // Assert: the working-day calendar of the legal sources, 2027.
        string[] days =
        [
            "01-01", "02-05", "02-06", "02-07", "02-08", "02-09", "02-10", "04-05", "05-01", "05-02", "05-03", "05-04", "06-09", "09-15", "10-01", "10-02", "10-03", "10-04", "10-05",
        ];
        Assert.Equal(days, off.Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData(2025, "06-02")] // a leap month behind the fifth
    [InlineData(2028, "05-28")] // a leap month in the fifth, behind the festival
    [InlineData(2031, "06-24")] // a leap month before it
    public void DragonBoatFestival_IsTheFifthOfTheFifthMonth_NotOfALeapMonth(int year, string day)
    {
        // Act
        var off = StatutoryHolidays.Of(year).Off;

        // Assert
        Assert.Contains(DateOnly.ParseExact($"{year}-{day}", "yyyy-MM-dd", CultureInfo.InvariantCulture), (IEnumerable<DateOnly>)off);
    }
}
