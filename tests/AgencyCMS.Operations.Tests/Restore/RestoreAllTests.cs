using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Operations.Tests.Fixtures;
using AgencyCMS.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Operations.Tests.Restore;

public abstract class RestoreAllTests(DatabaseProvider provider) : OperationsTest(provider)
{
    [Fact]
    public async Task Restore_OfAll_BringsTheCountyBackWhereNothingIs()
    {
        // Arrange
        await WriteAsync(Host, Finance, "budget");
        await WriteAsync(Host, Neighbour, "road");
        await RunAsync(Host, "backup", BackupFolder);
        await using var other = await TestHost<Program>.StartAsync(Provider);

        // Act
        var result = await RunAsync(other, "restore", BackupFolder);

        // Assert
        Assert.Equal("", result.Error);
        Assert.Equal(Host.Services.GetRequiredService<TenantDirectory>().All.Select(tenant => tenant.Name), other.Services.GetRequiredService<TenantDirectory>().All.Select(tenant => tenant.Name));
        Assert.Equal(["budget"], await ReadAsync(other, Finance));
        Assert.Equal(["road"], await ReadAsync(other, Neighbour));
    }

    [Fact]
    public async Task Restore_OfAll_NeverGivesTheIdOfARemovedTenantAgain()
    {
        // Arrange
        var gone = await Host.AddTenantAsync("gone");
        await Host.Services.GetRequiredService<StoreRemoval>().RemoveAsync(gone.Id, CancellationToken.None);
        await Host.Services.GetRequiredService<TenantRecords>().RemoveAsync(gone.Id, CancellationToken.None);
        await RunAsync(Host, "backup", BackupFolder);
        await using var other = await TestHost<Program>.StartAsync(Provider);
        await RunAsync(other, "restore", BackupFolder);

        // Act
        var added = await other.AddTenantAsync("new");

        // Assert
        Assert.True(added.Id.Value > gone.Id.Value);
    }

    [Fact]
    public async Task Restore_OfAll_WhereTenantsAre_IsRefused()
    {
        // Arrange
        await RunAsync(Host, "backup", BackupFolder);

        // Act
        var result = await RunAsync(Host, "restore", BackupFolder);

        // Assert
        Assert.Equal(1, result.ExitCode);
    }

    public sealed class OnSqlite() : RestoreAllTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : RestoreAllTests(DatabaseProvider.PostgreSql);
}
