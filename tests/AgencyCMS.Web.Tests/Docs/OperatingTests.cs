using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using AgencyCMS.Data.Stores;
using AgencyCMS.Testing.Databases;
using AgencyCMS.Testing.Files;
using AgencyCMS.Testing.Hosting;

namespace AgencyCMS.Web.Tests.Docs;

/// <summary><c>docs/operating.md</c> as it stands, on folders of the test's own: its units are run by their own lines.</summary>
[UnsupportedOSPlatform("windows")]
public sealed partial class OperatingTests : IAsyncLifetime
{
    private const UnixFileMode OfOthers = (UnixFileMode)0b000_111_111;
    private readonly string _guide = File.ReadAllText(Repository.PathOf("docs", "operating.md"));
    private TestDatabase _database = null!; // before each test

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData("agencycms.service")]
    [InlineData("agencycms-backup.service")]
    public void Unit_OfAService_KeepsFilesToItsUser(string name)
    {
        // Act
        var unit = Unit(name);

        // Assert
        Assert.Contains("UMask=0077", unit);
        Assert.Contains("User=agencycms", unit);
    }

    [Theory]
    [InlineData("/var/lib/agencycms")]
    [InlineData("/var/backups/agencycms")]
    public void Folder_ThatAUnitWritesTo_IsMadeForItsUser(string folder) =>
        Assert.Contains($"install -d -o agencycms -g agencycms -m 0700 {folder}\n", _guide, StringComparison.Ordinal);

    [Fact]
    public async Task Server_StartedAsItsUnitSays_ListensAndWritesIntoTheFolder()
    {
        // Arrange
        var unit = Unit("agencycms.service");

        // Act
        var (server, address) = await ProgramProcess.ServeAsync(_database, settings: SettingsOf(unit));
        using var serving = server;
        using var client = new HttpClient { BaseAddress = address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "xxgk.example.gov.cn";
        request.Headers.Add("X-Forwarded-For", "198.51.100.7");
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await client.SendAsync(request);

        // Assert
        Assert.Contains("setup", answer.RequestMessage!.RequestUri!.AbsolutePath + answer.Headers.Location, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_database.DataPath, "lib", "county.db")));
    }

    [Fact]
    public async Task Backup_StartedAsItsUnitSays_LiesInItsFolderForItsUserAlone()
    {
        // Arrange
        var unit = Unit("agencycms-backup.service");
        var arguments = unit.Single(line => line.StartsWith("ExecStart=", StringComparison.Ordinal)).Split(' ')[2..].Select(Mapped);

        // Act
        var (code, _, error) = await ProgramProcess.RunAsync(_database, SettingsOf(unit), [.. arguments]);

        // Assert
        var folder = Path.Combine(_database.DataPath, "backups");
        Assert.True(code == 0, error);
        Assert.True(File.Exists(Path.Combine(folder, "manifest.json")));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories), path => (File.GetUnixFileMode(path) & OfOthers) != 0);
    }

    [Theory]
    [InlineData("proxy_set_header Host $host;")]
    [InlineData("proxy_set_header X-Forwarded-For $remote_addr;")]
    [InlineData("proxy_set_header X-Forwarded-Proto $scheme;")]
    [InlineData("gzip off;")]
    public void Proxy_PassesOnWhatTheProgramNeeds(string line) => Assert.Contains(line, _guide, StringComparison.Ordinal);

    [Fact]
    public void Guide_NamesTheSettingOfProxies() => Assert.Contains("| `AgencyCMS:Proxies` |", _guide, StringComparison.Ordinal);

    private string[] Unit(string name)
    {
        var at = _guide.IndexOf("/etc/systemd/system/" + name, StringComparison.Ordinal);
        Assert.True(at >= 0, name);
        return _guide[at.._guide.IndexOf("```", at, StringComparison.Ordinal)].Split('\n');
    }

    // A port of its own and the environment of tests: nothing else differs from what the unit says.
    private Dictionary<string, string?> SettingsOf(string[] unit) => unit.Select(line => Setting().Match(line)).Where(found => found.Success && found.Groups[1].Value != "ASPNETCORE_ENVIRONMENT")
        .ToDictionary(found => found.Groups[1].Value.Replace("__", ":", StringComparison.Ordinal), found => (string?)Mapped(found.Groups[2].Value));

    private string Mapped(string text) => text
        .Replace("/var/lib/agencycms", Path.Combine(_database.DataPath, "lib"), StringComparison.Ordinal)
        .Replace("/var/backups/agencycms", Path.Combine(_database.DataPath, "backups"), StringComparison.Ordinal);

    [GeneratedRegex("^Environment=([^=]+)=(.*)$")]
    private static partial Regex Setting();
}
