using AgencyCMS.Data.Stores;
using AgencyCMS.Operations.Tests.Fixtures;

namespace AgencyCMS.Operations.Tests.Calendars;

/// <summary>The operator brings in the holidays of a year.</summary>
public sealed class CalendarCommandsTests() : OperationsTest(DatabaseProvider.Sqlite)
{
    [Fact]
    public async Task Year_ThatWasImported_IsShown()
    {
        // Arrange
        var before = await RunAsync(Host, "calendar", "show", "2027");
        Directory.CreateDirectory(BackupFolder);
        var file = Path.Combine(BackupFolder, "2027.json");
        await File.WriteAllTextAsync(file, """{ "year": 2027, "notice": "通知", "off": ["2027-01-01/2027-01-03"], "makeUp": [] }""");

        // Act
        var imported = await RunAsync(Host, "calendar", "import", file);

        // Assert
        Assert.Equal((1, 0), (before.ExitCode, imported.ExitCode));
        Assert.Contains("2027-01-01/2027-01-03", (await RunAsync(Host, "calendar", "show", "2027")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileThatIsNoCalendar_IsRefusedWithWhatIsWrong()
    {
        // Arrange
        Directory.CreateDirectory(BackupFolder);
        var file = Path.Combine(BackupFolder, "wrong.json");
        await File.WriteAllTextAsync(file, """{ "year": 2027, "off": ["2026-01-01"] }""");

        // Act
        var result = await RunAsync(Host, "calendar", "import", file);

        // Assert
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("is no day of 2027", result.Error, StringComparison.Ordinal);
    }
}
