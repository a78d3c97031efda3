using AgencyCMS.Data;
using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Operations.Tests.Fixtures;
using AgencyCMS.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Operations.Tests.Restore;

public abstract class RestoreTenantTests(DatabaseProvider provider) : OperationsTest(provider)
{
    [Fact]
    public async Task Restore_OfATenant_BringsBackWhatItHad()
    {
        // Arrange
        await WriteAsync(Host, Finance, "budget");
        await RunAsync(Host, "backup", BackupFolder);
        await WriteAsync(Host, Finance, "mistake");

        // Act
        var result = await RunAsync(Host, "restore", BackupFolder, "--tenant", Finance.Name);

        // Assert
        Assert.Equal("", result.Error);
        Assert.Equal(["budget"], await ReadAsync(Host, Finance));
    }

    [Fact]
    public async Task Restore_OfATenant_LeavesTheNeighbourAlone()
    {
        // Arrange
        await RunAsync(Host, "backup", BackupFolder);
        await WriteAsync(Host, Neighbour, "later");

        // Act
        await RunAsync(Host, "restore", BackupFolder, "--tenant", Finance.Name);

        // Assert
        Assert.Equal(["later"], await ReadAsync(Host, Neighbour));
    }

    [Fact]
    public async Task Restore_OfATenant_OpensItAgain()
    {
        // Arrange
        await RunAsync(Host, "backup", BackupFolder, "--tenant", Finance.Name);

        // Act
        await RunAsync(Host, "restore", BackupFolder, "--tenant", Finance.Name);

        // Assert
        Assert.Equal(TenantState.Running, Host.Services.GetRequiredService<TenantDirectory>().Find(Finance.Id)!.State);
    }

    [Fact]
    public async Task Restore_OfATenant_GivesNoChangeNumberTwice()
    {
        // Arrange
        await WriteAsync(Host, Finance, "budget");
        await RunAsync(Host, "backup", BackupFolder);
        await WriteAsync(Host, Finance, "mistake");
        await Host.ConsumersAreIdleAsync();

        // Act
        await RunAsync(Host, "restore", BackupFolder, "--tenant", Finance.Name);
        await WriteAsync(Host, Finance, "correction");
        await Host.ConsumersAreIdleAsync();

        // Assert
        var applied = Host.Services.GetRequiredService<RecordingEffect>().Applied.Where(change => change.Tenant == Finance.Id.Value).ToList();
        Assert.Equal(["notes.written", "notes.written", StoreChanges.Restored, "notes.written"], applied.Select(change => change.Kind));
        Assert.Equal(applied.Count, applied.Select(change => change.Sequence).Distinct().Count());
    }

    [Fact]
    public async Task Restore_OfATenant_LeavesNothingToFind()
    {
        // Arrange
        await WriteAsync(Host, Finance, "budget");
        await RunAsync(Host, "backup", BackupFolder);
        await WriteAsync(Host, Finance, "mistake");
        await RunAsync(Host, "restore", BackupFolder, "--tenant", Finance.Name);

        // Act
        var result = await RunAsync(Host, "verify", "--tenant", Finance.Name);

        // Assert
        Assert.Equal("1 tenants verified, 0 faults.", result.Output.Trim());
    }

    [Fact]
    public async Task Restore_OfADamagedBackup_ChangesNothing()
    {
        // Arrange
        await RunAsync(Host, "backup", BackupFolder);
        await WriteAsync(Host, Finance, "later");
        foreach (var store in Directory.EnumerateFiles(BackupFolder, "store-*", SearchOption.AllDirectories))
        {
            await using var file = File.OpenWrite(store);
            file.Seek(200, SeekOrigin.Begin);
            file.WriteByte(0xFF);
        }

        // Act
        var result = await RunAsync(Host, "restore", BackupFolder, "--tenant", Finance.Name);

        // Assert
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(["later"], await ReadAsync(Host, Finance));
    }

    protected override void Configure(TestHostOptions options) => options.ConfigureServices(services => services.AddCountyEffect<RecordingEffect>());

    public sealed class OnSqlite() : RestoreTenantTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : RestoreTenantTests(DatabaseProvider.PostgreSql);
}
