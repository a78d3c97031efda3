using System.Globalization;
using AgencyCMS.Data.Calendars;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Calendars;
using AgencyCMS.Testing.Databases;

namespace AgencyCMS.Data.Tests.Calendars;

/// <summary>The working days of the years that are known: worked examples of the legal sources.</summary>
public abstract class CountyCalendarTests(DatabaseProvider provider) : IAsyncLifetime
{
    private TestDatabase _database = null!; // before each test
    private TestStores _stores = null!; // before each test

    public async Task InitializeAsync()
    {
        _database = await TestStores.CreateDatabaseAsync(provider);
        _stores = await TestStores.OpenAsync(_database);
    }

    public async Task DisposeAsync()
    {
        await _stores.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData("2024-01-22", 20, "2024-02-22", false)]
    [InlineData("2024-04-18", 20, "2024-05-17", false)]
    [InlineData("2025-01-15", 20, "2025-02-18", false)]
    [InlineData("2025-09-12", 20, "2025-10-16", false)]
    [InlineData("2026-01-30", 20, "2026-03-05", false)]
    [InlineData("2026-04-20", 20, "2026-05-20", false)]
    [InlineData("2026-09-19", 20, "2026-10-22", false)]
    [InlineData("2026-12-10", 20, "2027-01-08", true)]
    [InlineData("2024-01-22", 40, "2024-03-21", false)]
    [InlineData("2024-04-18", 7, "2024-04-28", false)] // a Sunday that is worked
    [InlineData("2026-12-10", 7, "2026-12-21", false)]
    public async Task Limit_OfWorkingDays_EndsOnItsDay(string received, int days, string due, bool isProvisional)
    {
        // Arrange
        var calendar = await CalendarAsync();

        // Act
        var ends = calendar.Add(Day(received), days);

        // Assert
        Assert.Equal(new DueDay(Day(due), isProvisional), ends);
        Assert.Equal(new WorkingDayCount(days, isProvisional), calendar.Between(Day(received), Day(due)));
    }

    [Theory]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public async Task WorkingDays_OfAYear_AreAsManyAsTheNoticeLeaves(int year, int days)
    {
        // Act
        var count = (await CalendarAsync()).Between(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31));

        // Assert
        Assert.Equal(days, count.Days);
    }

    [Theory]
    [InlineData("2026-01-05", "2026-01-05")]
    [InlineData("2026-04-05", "2026-04-03")]
    [InlineData("2026-07-05", "2026-07-03")]
    [InlineData("2026-10-05", "2026-09-30")]
    [InlineData("2026-01-31", "2026-01-30")]
    [InlineData("2026-03-31", "2026-03-31")]
    public async Task FixedDate_ThatMeetsAHoliday_IsRemindedOfOnTheLastWorkingDayBefore(string date, string reminder)
    {
        // Act, Assert
        Assert.Equal(Day(reminder), (await CalendarAsync()).OnOrBefore(Day(date)).Day);
    }

    [Fact]
    public async Task ImportedYear_TakesThePlaceOfWhatWasKnown()
    {
        // Arrange
        var calendar = _stores.Get<CountyCalendar>();
        await calendar.ImportAsync("""{ "year": 2027, "notice": "通知", "off": ["2027-01-01/2027-01-03"], "makeUp": ["2027-01-09"] }""", "operator", CancellationToken.None);

        // Act
        await calendar.ImportAsync("""{ "year": 2027, "notice": "通知", "off": ["2027-01-01/2027-01-04"] }""", "operator", CancellationToken.None);

        // Assert
        Assert.Equal(new DueDay(new DateOnly(2027, 1, 11), false), (await CalendarAsync()).Add(new DateOnly(2026, 12, 10), 20));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("{}")]
    [InlineData("""{ "year": 2027, "off": [] }""")]
    [InlineData("""{ "year": 2027, "off": ["2026-01-01"] }""")]
    [InlineData("""{ "year": 2027, "off": ["2027-01-03/2027-01-01"] }""")]
    [InlineData("""{ "year": 2027, "off": ["2027-01-01/2027-12-31"] }""")]
    [InlineData("""{ "year": 2027, "off": ["2027-01-01"], "makeUp": ["2027-01-04"] }""")]
    [InlineData("""{ "year": 2027, "off": ["2027-01-02"], "makeUp": ["2027-01-02"] }""")]
    public async Task File_ThatIsNoCalendar_IsRefused_AndNothingChanges(string json)
    {
        // Act
        await Assert.ThrowsAsync<FormatException>(() => _stores.Get<CountyCalendar>().ImportAsync(json, "operator", CancellationToken.None));

        // Assert
        Assert.False((await CalendarAsync()).Knows(2027));
    }

    private Task<WorkingDayCalendar> CalendarAsync() => _stores.Get<CountyCalendar>().GetAsync(CancellationToken.None);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public sealed class OnSqlite() : CountyCalendarTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : CountyCalendarTests(DatabaseProvider.PostgreSql);
}
