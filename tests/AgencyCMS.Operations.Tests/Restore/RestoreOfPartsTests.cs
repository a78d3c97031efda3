using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Operations;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Operations.Tests.Fixtures;
using AgencyCMS.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Operations.Tests.Restore;

/// <summary>A restore of everything where something is missing, damaged or fails: all else is done, and what is not is named.</summary>
public abstract class RestoreOfPartsTests(DatabaseProvider provider) : OperationsTest(provider)
{
    private readonly RecordedStep _first = new("tests.first");
    private readonly RecordedStep _second = new("tests.second");

    [Fact]
    public async Task Restore_OfAll_PutsTheLastCopyOfAFailedTenantBack()
    {
        // Arrange
        await BackUpAsync();
        await BackupEditing.FailTenantAsync(BackupFolder, Finance.Name, withLastCopy: true);
        await using var other = await TestHost<Program>.StartAsync(Provider);

        // Act
        await RunAsync(other, "restore", BackupFolder);

        // Assert
        Assert.Equal(["budget"], await ReadAsync(other, Finance));
    }

    [Fact]
    public async Task Restore_OfAll_NamesTheTenantThatIsOlder()
    {
        // Arrange
        await BackUpAsync();
        await BackupEditing.FailTenantAsync(BackupFolder, Finance.Name, withLastCopy: true);
        await using var other = await TestHost<Program>.StartAsync(Provider);

        // Act
        var result = await RunAsync(other, "restore", BackupFolder);

        // Assert
        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"“{Finance.Name}” was restored as of 20", Assert.Single(result.Error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_OfAll_WithAnOlderTenant_LeavesNothingToFind()
    {
        // Arrange
        await BackUpAsync();
        await BackupEditing.FailTenantAsync(BackupFolder, Finance.Name, withLastCopy: true);
        await using var other = await TestHost<Program>.StartAsync(Provider);
        await RunAsync(other, "restore", BackupFolder);

        // Act
        var result = await RunAsync(other, "verify");

        // Assert
        Assert.EndsWith(" 0 faults.", result.Output.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_OfAll_WithoutACopyOfATenant_ClosesItsSite()
    {
        // Arrange
        await BackUpAsync();
        await BackupEditing.FailTenantAsync(BackupFolder, Finance.Name, withLastCopy: false);
        await using var other = await TestHost<Program>.StartAsync(Provider);

        // Act
        var result = await RunAsync(other, "restore", BackupFolder);

        // Assert
        Assert.Contains($"no copy of “{Finance.Name}”", result.Error, StringComparison.Ordinal);
        Assert.Equal(TenantState.Suspended, other.Services.GetRequiredService<TenantDirectory>().Find(Finance.Id)!.State);
        Assert.Equal(["road"], await ReadAsync(other, Neighbour));
    }

    [Fact]
    public async Task Restore_OfATenant_AfterOneOfAllWithoutIt_BringsItBack()
    {
        // Arrange
        await BackUpAsync();
        var sound = BackupFolder + "-sound";
        await RunAsync(Host, "backup", sound);
        await BackupEditing.FailTenantAsync(BackupFolder, Finance.Name, withLastCopy: false);
        await using var other = await TestHost<Program>.StartAsync(Provider);
        await RunAsync(other, "restore", BackupFolder);

        // Act
        var result = await RunAsync(other, "restore", sound, "--tenant", Finance.Name);

        // Assert
        Assert.Equal("", result.Error);
        Assert.Equal(["budget"], await ReadAsync(other, Finance));
    }

    [Fact]
    public async Task Restore_OfAll_WithADamagedCopy_RestoresTheOthers()
    {
        // Arrange
        await BackUpAsync();
        BackupEditing.FlipBit(Directory.EnumerateFiles(Path.Combine(BackupFolder, "tenants", Finance.Id.Value.ToString("D6", null)), "store-*").Single());
        await using var other = await TestHost<Program>.StartAsync(Provider);

        // Act
        var result = await RunAsync(other, "restore", BackupFolder);

        // Assert
        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"“{Finance.Name}” could not be restored", result.Error, StringComparison.Ordinal);
        Assert.Equal(["road"], await ReadAsync(other, Neighbour));
    }

    [Fact]
    public async Task Restore_OfAll_WhenAStepFails_RunsTheOthers()
    {
        // Arrange
        await BackUpAsync();
        _first.Fails = true;
        await using var other = await StartAsync();

        // Act
        var result = await RunAsync(other, "restore", BackupFolder);

        // Assert
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("tests.first failed: It does not work.", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, _second.Runs);
    }

    [Fact]
    public async Task Restore_OfAll_ThatWasNotFinished_IsDoneByTheNextRun()
    {
        // Arrange
        await BackUpAsync();
        _first.Fails = true;
        await using var other = await StartAsync();
        await RunAsync(other, "restore", BackupFolder);
        _first.Fails = false;

        // Act
        var result = await RunAsync(other, "restore", BackupFolder);

        // Assert
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(["budget"], await ReadAsync(other, Finance));
    }

    [Fact]
    public async Task Restore_OfAll_ThatWasFinished_IsNotRepeated()
    {
        // Arrange
        await BackUpAsync();
        await using var other = await StartAsync();
        await RunAsync(other, "restore", BackupFolder);

        // Act
        var result = await RunAsync(other, "restore", BackupFolder);

        // Assert
        Assert.Contains("There are tenants here already.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_OnARestoreThatWasNotFinished_DoesNotStart()
    {
        // Arrange
        await BackUpAsync();
        _first.Fails = true;
        await using var other = await StartAsync();
        await RunAsync(other, "restore", BackupFolder);

        // Act
        var (exitCode, _, error) = await ProgramProcess.RunAsync(other.Database, "--urls", "http://127.0.0.1:0");

        // Assert
        Assert.Equal(1, exitCode);
        Assert.Contains($"Repeat it: restore {BackupFolder}", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    private async Task BackUpAsync()
    {
        await WriteAsync(Host, Finance, "budget");
        await WriteAsync(Host, Neighbour, "road");
        Assert.Equal("", (await RunAsync(Host, "backup", BackupFolder)).Error);
    }

    private Task<TestHost<Program>> StartAsync() => TestHost<Program>.StartAsync(
        Provider, options => options.ConfigureServices(services => services.AddSingleton<IAfterRestore>(_first).AddSingleton<IAfterRestore>(_second)));

    public sealed class OnSqlite() : RestoreOfPartsTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : RestoreOfPartsTests(DatabaseProvider.PostgreSql);
}
