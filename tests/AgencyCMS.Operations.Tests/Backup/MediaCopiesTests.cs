using System.Security.Cryptography;
using System.Text;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Operations.Tests.Fixtures;
using AgencyCMS.Testing.Hosting;

namespace AgencyCMS.Operations.Tests.Backup;

/// <summary>A medium is what its name says, or it is not copied, and the operator reads which.</summary>
public abstract class MediaCopiesTests(DatabaseProvider provider) : OperationsTest(provider)
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("附件的内容");
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Content));

    private string Copy => Path.Combine(BackupFolder, "tenants", Finance.Id.Value.ToString("D6", null), "media", Hash[..2], Hash);

    [Fact]
    public async Task Backup_OfADamagedMedium_NamesIt()
    {
        // Arrange
        BackupEditing.FlipBit(await KeepAsync(Host, Finance));

        // Act
        var result = await RunAsync(Host, "backup", BackupFolder);

        // Assert
        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"{Hash[..2]}/{Hash} of “{Finance.Name}” is damaged and was not copied", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Copy));
    }

    [Fact]
    public async Task Backup_OfAMediumThatWasDamagedSince_KeepsTheWholeCopy()
    {
        // Arrange
        var live = await KeepAsync(Host, Finance);
        await RunAsync(Host, "backup", BackupFolder);
        BackupEditing.FlipBit(live);

        // Act
        var result = await RunAsync(Host, "backup", BackupFolder);

        // Assert
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("The backup keeps the whole copy", result.Error, StringComparison.Ordinal);
        Assert.Equal(Content, await File.ReadAllBytesAsync(Copy));
    }

    [Fact]
    public async Task Backup_OverADamagedCopy_ReplacesIt()
    {
        // Arrange
        await KeepAsync(Host, Finance);
        await RunAsync(Host, "backup", BackupFolder);
        BackupEditing.FlipBit(Copy);

        // Act
        var result = await RunAsync(Host, "backup", BackupFolder);

        // Assert
        Assert.Equal("", result.Error);
        Assert.Equal(Content, await File.ReadAllBytesAsync(Copy));
    }

    [Fact]
    public async Task Restore_OfATenant_WithADamagedMedium_ChangesNothing()
    {
        // Arrange
        var live = await KeepAsync(Host, Finance);
        await RunAsync(Host, "backup", BackupFolder);
        await WriteAsync(Host, Finance, "later");
        File.Delete(live);
        BackupEditing.FlipBit(Copy);

        // Act
        var result = await RunAsync(Host, "restore", BackupFolder, "--tenant", Finance.Name);

        // Assert
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(Hash, result.Error, StringComparison.Ordinal);
        Assert.Equal(["later"], await ReadAsync(Host, Finance));
    }

    [Fact]
    public async Task Restore_OfATenant_WithADamagedMediumThatIsWholeHere_SaysSo()
    {
        // Arrange
        var live = await KeepAsync(Host, Finance);
        await RunAsync(Host, "backup", BackupFolder);
        BackupEditing.FlipBit(Copy);

        // Act
        var result = await RunAsync(Host, "restore", BackupFolder, "--tenant", Finance.Name);

        // Assert
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("The one that is here is whole and stays.", result.Error, StringComparison.Ordinal);
        Assert.Equal(Content, await File.ReadAllBytesAsync(live));
    }

    [Fact]
    public async Task Restore_OfATenant_ReplacesADamagedMedium()
    {
        // Arrange
        var live = await KeepAsync(Host, Finance);
        await RunAsync(Host, "backup", BackupFolder);
        BackupEditing.FlipBit(live);

        // Act
        await RunAsync(Host, "restore", BackupFolder, "--tenant", Finance.Name);

        // Assert
        Assert.Equal(Content, await File.ReadAllBytesAsync(live));
    }

    [Fact]
    public async Task Restore_OfAll_WithADamagedMedium_LeavesItOut()
    {
        // Arrange
        await KeepAsync(Host, Finance);
        await WriteAsync(Host, Finance, "budget");
        await RunAsync(Host, "backup", BackupFolder);
        BackupEditing.FlipBit(Copy);
        await using var other = await TestHost<Program>.StartAsync(Provider);

        // Act
        var result = await RunAsync(other, "restore", BackupFolder);

        // Assert
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(Hash, Assert.Single(result.Error.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.False(File.Exists(PathOf(other, Finance)));
        Assert.Equal(["budget"], await ReadAsync(other, Finance));
    }

    private static async Task<string> KeepAsync(TestHost<Program> host, Tenant tenant)
    {
        var path = PathOf(host, tenant);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, Content);
        return path;
    }

    private static string PathOf(TestHost<Program> host, Tenant tenant) =>
        Path.Combine(host.Database.DataPath, "tenants", tenant.Id.Value.ToString("D6", null), "media", Hash[..2], Hash);

    public sealed class OnSqlite() : MediaCopiesTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : MediaCopiesTests(DatabaseProvider.PostgreSql);
}
