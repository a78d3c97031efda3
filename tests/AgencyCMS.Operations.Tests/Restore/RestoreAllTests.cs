using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Operations.Tests.Fixtures;
using AgencyCMS.Testing.Hosting;
using Microsoft.EntityFrameworkCore;
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

    [Fact]
    public async Task Restore_OfAll_LetsNoSessionLiveOn()
    {
        // Arrange
        await using (var db = Host.Services.GetRequiredService<StoreSessions>().OpenCounty())
        {
            await db.Database.ExecuteSqlRawAsync(
                $"""
                INSERT INTO {In(db, "accounts")} (user_name, normalised_name, display_name, password_hash, must_change_password, is_enabled, last_code_step, created_at, version)
                VALUES ('clerk', 'CLERK', '', '', FALSE, TRUE, 0, 0, 1);
                INSERT INTO {In(db, "sessions")} (id, account_id, device, network, created_at, last_seen_at) SELECT 'signed-in', id, '', '', 0, 0 FROM {In(db, "accounts")}
                """);
        }
        await RunAsync(Host, "backup", BackupFolder);
        await using var other = await TestHost<Program>.StartAsync(Provider);

        // Act
        await RunAsync(other, "restore", BackupFolder);

        // Assert
        await using var restored = other.Services.GetRequiredService<StoreSessions>().OpenCounty();
        var revoked = await restored.Database.SqlQueryRaw<bool>($"SELECT revoked_at IS NOT NULL AS \"Value\" FROM {In(restored, "sessions")}").SingleAsync();
        Assert.True(revoked);
    }

    [Fact]
    public async Task Restore_OfAll_KnowsItsCountyAgain()
    {
        // Arrange
        await RunAsync(Host, "backup", BackupFolder);
        await using var other = await TestHost<Program>.StartAsync(Provider);
        await RunAsync(other, "restore", BackupFolder);

        // Act
        var result = await RunAsync(other, "restore", BackupFolder, "--tenant", Finance.Name);

        // Assert
        Assert.Equal("", result.Error);
    }

    private static string In(CountyDb db, string table) => db.Database.IsNpgsql() ? "county." + table : table;

    public sealed class OnSqlite() : RestoreAllTests(DatabaseProvider.Sqlite)
    {
        [Fact]
        public async Task Restore_OfAll_WhereStoresLieWithoutTheirCounty_IsRefused()
        {
            // Arrange
            await WriteAsync(Host, Finance, "budget");
            await RunAsync(Host, "backup", BackupFolder);
            await using var other = await TestHost<Program>.StartAsync(Provider);
            var store = Path.Combine(other.Database.DataPath, "tenants", Finance.Id.Value.ToString("D6", null), "store.db");
            Directory.CreateDirectory(Path.GetDirectoryName(store)!);
            await File.WriteAllTextAsync(store, "newer than the backup");

            // Act
            var result = await RunAsync(other, "restore", BackupFolder);

            // Assert
            Assert.Equal(1, result.ExitCode);
            Assert.Equal("newer than the backup", await File.ReadAllTextAsync(store));
        }
    }

    public sealed class OnPostgreSql() : RestoreAllTests(DatabaseProvider.PostgreSql);
}
