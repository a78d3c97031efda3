using System.Runtime.Versioning;
using AgencyCMS.Data.Stores;
using AgencyCMS.Testing.Databases;
using AgencyCMS.Testing.Files;
using AgencyCMS.Testing.Hosting;

namespace AgencyCMS.Web.Tests.Hosting;

/// <summary>Others on the machine can read nothing that the program has written.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class FileRightsTests : IAsyncLifetime
{
    private const UnixFileMode OfOthers = (UnixFileMode)0b000_111_111;
    private TestDatabase _database = null!; // before each test

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Server_WhileItRuns_KeepsItsFilesToItsUser()
    {
        // Arrange
        File.SetUnixFileMode(_database.DataPath, (UnixFileMode)0b111_101_101);

        // Act
        var (server, address) = await ProgramProcess.ServeAsync(_database, settings: Demo);
        using var serving = server;
        using var client = new HttpClient { BaseAddress = address };
        await client.GetAsync(new Uri("finance/search?q=x", UriKind.Relative));

        // Assert
        Assert.NotEmpty(Directory.GetFiles(_database.DataPath, "*.db-wal", SearchOption.AllDirectories));
        Assert.Empty(OpenIn(_database.DataPath));
    }

    [Fact]
    public async Task Backup_IsForItsUserAlone()
    {
        // Arrange
        using var outside = new TestFolder();
        var folder = Path.Combine(outside.Path, "copies", "tonight");
        await ProgramProcess.RunAsync(_database, "tenant", "create", "finance", "--title", "Finance");

        // Act
        var (code, _, error) = await ProgramProcess.RunAsync(_database, "backup", folder);

        // Assert
        Assert.True(code == 0, error);
        Assert.NotEmpty(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
        Assert.Empty(OpenIn(_database.DataPath).Concat(OpenIn(folder)));
    }

    [Fact]
    public async Task Start_OnADataFolderThatIsOpen_WarnsOfIt()
    {
        // Arrange
        await ProgramProcess.RunAsync(_database, "tenant", "list");
        File.SetUnixFileMode(Path.Combine(_database.DataPath, "county.db"), (UnixFileMode)0b110_100_100);

        // Act
        var (_, _, error) = await ProgramProcess.RunAsync(_database, "tenant", "list");

        // Assert
        Assert.Contains("chmod -R go= " + _database.DataPath, error, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Demo { get; } = new() { ["AgencyCMS:FirstSetUp"] = "demo-county" };

    private static IEnumerable<string> OpenIn(string folder) =>
        Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Prepend(folder).Where(path => (File.GetUnixFileMode(path) & OfOthers) != 0);
}
