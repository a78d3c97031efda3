using AgencyCMS.Data.Stores;
using AgencyCMS.Operations.Tests.Fixtures;

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

    [Fact]
    public async Task Backup_OfAnUnknownTenant_IsRefused()
    {
        // Act
        var result = await RunAsync(Host, "backup", BackupFolder, "--tenant", "nobody");

        // Assert
        Assert.Equal(1, result.ExitCode);
    }

    public sealed class OnSqlite() : BackupTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : BackupTests(DatabaseProvider.PostgreSql);
}
