using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Operations.Tests.Fixtures;
using AgencyCMS.Tenants.Contracts;
using AgencyCMS.Testing;
using AgencyCMS.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Operations.Tests.Killed;

/// <summary>The restore of a tenant is killed while the site is closed.</summary>
public abstract class KilledRestoreTests(DatabaseProvider provider) : OperationsTest(provider)
{
    private TenantDirectory Directory => Host.Services.GetRequiredService<TenantDirectory>();

    [Fact]
    public async Task Site_OfAKilledRestore_IsOpenedByTheNextStart()
    {
        // Arrange
        await KillRestoreAsync();

        // Act
        await ProgramProcess.RunAsync(Host.Database, "tenant", "list");

        // Assert
        await Eventually.IsTrueAsync(() => Directory.Find(Finance.Id)!.State == TenantState.Running, "the site is open again");
    }

    [Fact]
    public async Task Restore_AfterAKilledOne_IsDoneAndOpensTheSite()
    {
        // Arrange
        await KillRestoreAsync();

        // Act
        var result = await RunAsync(Host, "restore", BackupFolder, "--tenant", Finance.Name);

        // Assert
        Assert.Equal("", result.Error);
        Assert.Equal(TenantState.Running, Directory.Find(Finance.Id)!.State);
    }

    [Fact]
    public async Task Site_ThatWasClosedAfterAKilledRestore_StaysClosed()
    {
        // Arrange
        await KillRestoreAsync();
        var tenants = Host.Services.GetRequiredService<ITenantLifecycle>();
        await tenants.ResumeAsync(Finance.Id, null, Actor.System, CancellationToken.None);
        await tenants.SuspendAsync(Finance.Id, "Closed by the county.", Actor.System, CancellationToken.None);

        // Act
        await ProgramProcess.RunAsync(Host.Database, "tenant", "list");

        // Assert
        Assert.Equal("Closed by the county.", (await ReadRecordAsync()).Notice);
    }

    // It waits a second for the servers to hear of the closing before it replaces anything.
    private async Task KillRestoreAsync()
    {
        await WriteAsync(Host, Finance, "budget");
        await RunAsync(Host, "backup", BackupFolder);
        using var restore = ProgramProcess.StartCommand(Host.Database, "restore", BackupFolder, "--tenant", Finance.Name);
        await Eventually.IsTrueAsync(() => Directory.Find(Finance.Id)!.State == TenantState.Suspended, "the site is closed");
        await restore.KillAsync();
    }

    private async Task<Tenant> ReadRecordAsync()
    {
        await Host.Services.GetRequiredService<AgencyCMS.Data.County.TenantRecords>().LoadAsync(CancellationToken.None);
        return Directory.Find(Finance.Id)!;
    }

    public sealed class OnSqlite() : KilledRestoreTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : KilledRestoreTests(DatabaseProvider.PostgreSql);
}
