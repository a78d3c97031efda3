using AgencyCMS.Disclosure.Domain;

namespace AgencyCMS.Disclosure.Tests.Domain;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("2026-11-20", "2026-11-20", 0)] // a Friday
    [InlineData("2026-11-20", "2026-11-22", 0)]
    [InlineData("2026-11-20", "2026-11-23", 1)]
    [InlineData("2026-11-21", "2026-11-27", 5)]
    [InlineData("2026-11-20", "2026-12-18", 20)]
    [InlineData("2026-11-20", "2026-12-19", 20)]
    [InlineData("2026-11-20", "2026-12-21", 21)]
    [InlineData("2026-11-23", "2026-11-20", 0)]
    public void Between_CountsFromTheDayAfterFormation(string formedOn, string today, int days)
    {
        // Act
        var counted = WorkingDays.Between(DateOnly.Parse(formedOn, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture));

        // Assert
        Assert.Equal(days, counted);
    }
}
