using AgencyCMS.Data.Stores;
using AgencyCMS.Operations.Tests.Fixtures;
using AgencyCMS.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Operations.Tests.Backup;

public abstract class BackupTests(DatabaseProvider provider) : OperationsTest(provider)
{
    [Fact]
    public async Task Backup_OfAll_NamesEveryTenantInItsManifest()
    {
        // Arrange
        await WriteAsync(Host, Finance, "budget");

        // Act
        var result = await RunAsync(Host, "backup", BackupFolder);

        // Assert
        Assert.Equal("", result.Error);
        var manifest = await File.ReadAllTextAsync(Path.Combine(BackupFolder, "manifest.json"));
        Assert.All([Finance.Name, Neighbour.Name], name => Assert.Contains($"\"{name}\"", manifest, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Backup_IntoTheSameFolder_CopiesOnlyNewMedia()
    {
        // Arrange
        var media = Path.Combine(Host.Database.DataPath, "tenants", Finance.Id.Value.ToString("D6", null), "media");
        Directory.CreateDirectory(media);
        await File.WriteAllTextAsync(Path.Combine(media, "first"), "first");
        await RunAsync(Host, "backup", BackupFolder);
        var copy = Directory.EnumerateFiles(BackupFolder, "first", SearchOption.AllDirectories).Single();
        File.SetLastWriteTimeUtc(copy, DateTime.UnixEpoch);
        await File.WriteAllTextAsync(Path.Combine(media, "second"), "second");

        // Act
        await RunAsync(Host, "backup", BackupFolder);

        // Assert
        Assert.Single(Directory.EnumerateFiles(BackupFolder, "second", SearchOption.AllDirectories));
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(copy));
    }

    [Fact]
    public async Task Backup_IntoTheFolderOfAnotherKind_IsRefused()
    {
        // Arrange
        await RunAsync(Host, "backup", BackupFolder, "--tenant", Finance.Name);

        // Act
        var result = await RunAsync(Host, "backup", BackupFolder);

        // Assert
        Assert.Equal(1, result.ExitCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Backup_FromAnotherDataFolder_LeavesWhatIsThere(bool hasCounty)
    {
        // Arrange
        await WriteAsync(Host, Finance, "budget");
        await RunAsync(Host, "backup", BackupFolder);
        var before = Directory.EnumerateFiles(BackupFolder, "*", SearchOption.AllDirectories).Order().ToList();
        await using var other = await TestHost<Program>.StartAsync(Provider);
        if (hasCounty)
        {
            await other.CountyAsync();
        }

        // Act
        var result = await RunAsync(other, "backup", BackupFolder);

        // Assert
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(before, Directory.EnumerateFiles(BackupFolder, "*", SearchOption.AllDirectories).Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData("tenants/backup")]
    public async Task Backup_IntoTheDataFolder_IsRefused_AndNothingIsWritten(string path)
    {
        // Arrange
        var folder = Path.Combine(Host.Database.DataPath, path);

        // Act
        var result = await RunAsync(Host, "backup", folder);

        // Assert
        Assert.Equal((1, true), (result.ExitCode, result.Error.Contains("lies in the data folder", StringComparison.Ordinal)));
        Assert.False(File.Exists(Path.Combine(folder, "manifest.json")));
    }

    [Fact]
    public async Task Backup_ByALinkIntoTheDataFolder_IsRefused()
    {
        // Arrange
        Directory.CreateDirectory(Path.GetDirectoryName(BackupFolder)!); // the test's own
        Directory.CreateSymbolicLink(BackupFolder, Host.Database.DataPath);

        // Act
        var result = await RunAsync(Host, "backup", Path.Combine(BackupFolder, "new"));

        // Assert
        Assert.Equal((1, false), (result.ExitCode, Directory.Exists(Path.Combine(Host.Database.DataPath, "new"))));
    }

    [Fact]
    public async Task Backup_IntoAFile_SaysSo()
    {
        // Arrange
        Directory.CreateDirectory(Path.GetDirectoryName(BackupFolder)!); // the test's own
        await File.WriteAllTextAsync(BackupFolder, "notes");

        // Act
        var result = await RunAsync(Host, "backup", BackupFolder);

        // Assert
        Assert.Equal((1, true), (result.ExitCode, result.Error.Contains("is a file.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Backup_OfAnUnknownTenant_IsRefused()
    {
        // Act
        var result = await RunAsync(Host, "backup", BackupFolder, "--tenant", "nobody");

        // Assert
        Assert.Equal(1, result.ExitCode);
    }

    public sealed class OnSqlite() : BackupTests(DatabaseProvider.Sqlite)
    {
        [Fact]
        public async Task Backup_WithADamagedStore_CopiesTheOthersAndSaysSo()
        {
            // Arrange
            await WriteAsync(Host, Finance, "budget");
            await DamageAsync();

            // Act
            var result = await RunAsync(Host, "backup", BackupFolder);

            // Assert
            Assert.Equal(1, result.ExitCode);
            Assert.Contains(Finance.Name, result.Error, StringComparison.Ordinal);
            var manifest = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(BackupFolder, "manifest.json"))).RootElement;
            Assert.Contains(manifest.GetProperty("tenants").EnumerateArray(), tenant => tenant.GetProperty("name").GetString() == Neighbour.Name);
            Assert.Equal(Finance.Name, Assert.Single(manifest.GetProperty("failed").EnumerateArray()).GetProperty("name").GetString());
        }

        [Fact]
        public async Task Restore_OfADamagedTenant_TakesItsLastGoodCopy()
        {
            // Arrange
            await WriteAsync(Host, Finance, "budget");
            await RunAsync(Host, "backup", BackupFolder);
            await DamageAsync();
            await RunAsync(Host, "backup", BackupFolder);

            // Act
            var result = await RunAsync(Host, "restore", BackupFolder, "--tenant", Finance.Name);

            // Assert
            Assert.True(result.ExitCode == 0, result.Error);
            Assert.Equal(["budget"], await ReadAsync(Host, Finance));
        }

        [Fact]
        public async Task Backup_WithoutTheFileOfAStore_KeepsItsLastCopy()
        {
            // Arrange
            await WriteAsync(Host, Finance, "budget");
            await RunAsync(Host, "backup", BackupFolder);
            await RemoveAsync();

            // Act
            var result = await RunAsync(Host, "backup", BackupFolder);

            // Assert
            Assert.Equal(1, result.ExitCode);
            Assert.Contains(Finance.Name, result.Error, StringComparison.Ordinal);
            await RunAsync(Host, "restore", BackupFolder, "--tenant", Finance.Name);
            Assert.Equal(["budget"], await ReadAsync(Host, Finance));
        }

        [Theory]
        [InlineData("")]
        [InlineData("of the neighbour")]
        public async Task Backup_WithAFileThatIsNotThisTenantsStore_KeepsTheLastCopy(string content)
        {
            // Arrange
            await WriteAsync(Host, Finance, "budget");
            await WriteAsync(Host, Neighbour, "road");
            await RunAsync(Host, "backup", BackupFolder);
            await RemoveAsync();
            if (content.Length == 0)
            {
                await File.WriteAllBytesAsync(StorePath, []);
            }
            else
            {
                Host.Services.GetRequiredService<StoreSessions>().Release(Neighbour.Id);
                File.Copy(Path.Combine(Host.Database.DataPath, "tenants", Neighbour.Id.Value.ToString("D6", null), "store.db"), StorePath);
            }

            // Act
            var result = await RunAsync(Host, "backup", BackupFolder);

            // Assert
            Assert.Equal(1, result.ExitCode);
            Assert.Contains(Finance.Name, result.Error, StringComparison.Ordinal);
            Assert.Contains(Finance.Name, (await RunAsync(Host, "verify", "--tenant", Finance.Name)).Output, StringComparison.Ordinal);
            Assert.Equal("", (await RunAsync(Host, "restore", BackupFolder, "--tenant", Finance.Name)).Error);
            Assert.Equal(["budget"], await ReadAsync(Host, Finance));
        }

        private async Task DamageAsync()
        {
            await RemoveAsync();
            await File.WriteAllTextAsync(StorePath, new string('x', 100_000));
        }

        private string StorePath => Path.Combine(Host.Database.DataPath, "tenants", Finance.Id.Value.ToString("D6", null), "store.db");

        private async Task RemoveAsync()
        {
            await Host.ConsumersAreIdleAsync();
            Host.Services.GetRequiredService<StoreSessions>().Release(Finance.Id);
            // A new file later: nobody who still has the old one open can write it whole again.
            foreach (var ending in new[] { "", "-wal", "-shm" })
            {
                File.Delete(StorePath + ending);
            }
        }
    }

    public sealed class OnPostgreSql() : BackupTests(DatabaseProvider.PostgreSql);
}
