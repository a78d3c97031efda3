using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data;
using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Operations.Tests.Fixtures;
using AgencyCMS.Testing;
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
    public async Task Restore_WhileAChangeIsBeingWritten_KeepsItWithWhatIsReplaced()
    {
        // Arrange
        await RunAsync(Host, "backup", BackupFolder);
        CommandResult result;
        await using (var scope = Host.Scope(Finance))
        {
            var db = scope.ServiceProvider.GetRequiredService<TenantDb>();
            await using var change = await db.BeginChangeAsync(CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<TenantDocuments>().PutAsync(new TenantDocument("notes", "meanwhile", "{}"), CancellationToken.None);
            db.Append(new Change { Kind = "notes.written", SubjectId = "meanwhile", Actor = "test", OccurredAt = DateTimeOffset.UnixEpoch });

            // Act
            var restore = RunAsync(Host, "restore", BackupFolder, "--tenant", Finance.Name);
            await Eventually.IsTrueAsync(() => Host.Services.GetRequiredService<TenantDirectory>().Find(Finance.Id)!.State == TenantState.Suspended, "the site is shut");
            await db.SaveChangesAsync();
            await change!.CommitAsync();
            result = await restore;
        }

        // Assert
        Assert.Empty(await ReadAsync(Host, Finance));
        var replaced = Directory.GetDirectories(Path.Combine(Host.Services.GetRequiredService<DataOptions>().DataPath, "replaced")).Single();
        Assert.Equal(0, (await RunAsync(Host, "restore", replaced, "--tenant", Finance.Name)).ExitCode);
        Assert.Equal(["meanwhile"], await ReadAsync(Host, Finance));
        Assert.Equal(0, result.ExitCode);
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

    [Fact]
    public async Task Restore_OfAnotherCountysBackup_IsRefused()
    {
        // Arrange
        await using var foreign = await ForeignBackupAsync();
        await WriteAsync(Host, Finance, "ours");

        // Act
        var result = await RunAsync(Host, "restore", BackupFolder, "--tenant", Finance.Name);

        // Assert
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("--from-elsewhere", result.Error, StringComparison.Ordinal);
        Assert.Equal(["ours"], await ReadAsync(Host, Finance));
    }

    [Fact]
    public async Task Restore_OfAnotherCountysBackup_WhenToldSo_IsDone()
    {
        // Arrange
        await using var foreign = await ForeignBackupAsync();

        // Act
        var result = await RunAsync(Host, "restore", BackupFolder, "--tenant", Finance.Name, "--from-elsewhere");

        // Assert
        Assert.Equal("", result.Error);
        Assert.Equal(["theirs"], await ReadAsync(Host, Finance));
    }

    [Fact]
    public async Task Restore_OfATenantThatTookTheName_IsRefused()
    {
        // Arrange
        await RunAsync(Host, "backup", BackupFolder);
        await Host.UpdateAsync(Finance, tenant => tenant with { Name = "treasury", Prefix = "treasury" });
        var successor = await Host.AddTenantAsync("finance");
        await WriteAsync(Host, successor, "new");

        // Act
        var result = await RunAsync(Host, "restore", BackupFolder, "--tenant", "finance");

        // Assert
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(["new"], await ReadAsync(Host, successor));
    }

    [Fact]
    public async Task Restore_OfARenamedTenant_GivesItItsOwn()
    {
        // Arrange
        await WriteAsync(Host, Finance, "budget");
        await RunAsync(Host, "backup", BackupFolder);
        await WriteAsync(Host, Finance, "mistake");
        var renamed = await Host.UpdateAsync(Finance, tenant => tenant with { Name = "treasury", Prefix = "treasury" });

        // Act
        await RunAsync(Host, "restore", BackupFolder, "--tenant", "treasury");

        // Assert
        Assert.Equal(["budget"], await ReadAsync(Host, renamed));
    }

    [Fact]
    public async Task Restore_KeepsWhatItReplaced_SoThatItCanBePutBack()
    {
        // Arrange
        await RunAsync(Host, "backup", BackupFolder);
        await WriteAsync(Host, Finance, "later");
        await RunAsync(Host, "restore", BackupFolder, "--tenant", Finance.Name);
        var kept = Assert.Single(Directory.EnumerateDirectories(Path.Combine(Host.Database.DataPath, "replaced")));

        // Act
        var result = await RunAsync(Host, "restore", kept, "--tenant", Finance.Name);

        // Assert
        Assert.Equal("", result.Error);
        Assert.Equal(["later"], await ReadAsync(Host, Finance));
    }

    [Fact]
    public async Task Restore_ThatFails_OpensTheSiteAgain()
    {
        // Arrange
        await WriteAsync(Host, Finance, "budget");
        await RunAsync(Host, "backup", BackupFolder, "--tenant", Finance.Name);
        await BreakStoreOfBackupAsync();

        // Act
        var result = await RunAsync(Host, "restore", BackupFolder, "--tenant", Finance.Name);

        // Assert
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(TenantState.Running, Host.Services.GetRequiredService<TenantDirectory>().Find(Finance.Id)!.State);
        Assert.Equal(["budget"], await ReadAsync(Host, Finance));
    }

    // Of an installation whose tenants have the same numbers and names.
    private async Task<TestHost<Program>> ForeignBackupAsync()
    {
        var foreign = await TestHost<Program>.StartAsync(Provider);
        await foreign.CountyAsync();
        var (finance, _) = await foreign.AddNeighboursAsync();
        Assert.Equal(Finance.Id, finance.Id);
        await WriteAsync(foreign, finance, "theirs");
        await RunAsync(foreign, "backup", BackupFolder);
        return foreign;
    }

    // As a file that was written wrongly from the start: its hash agrees.
    private async Task BreakStoreOfBackupAsync()
    {
        var store = Directory.EnumerateFiles(BackupFolder, "store-*", SearchOption.AllDirectories).Single();
        var path = Path.Combine(BackupFolder, "manifest.json");
        var manifest = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(path))!;
        var garbage = System.Text.Encoding.UTF8.GetBytes(new string('x', 5000));
        await File.WriteAllBytesAsync(store, garbage);
        var written = manifest["tenants"]![0]!["store"]!;
        written["length"] = garbage.Length;
        written["sha256"] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(garbage));
        await File.WriteAllTextAsync(path, manifest.ToJsonString());
    }

    protected override void Configure(TestHostOptions options) => options.ConfigureServices(services => services.AddCountyEffect<RecordingEffect>());

    public sealed class OnSqlite() : RestoreTenantTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : RestoreTenantTests(DatabaseProvider.PostgreSql);
}
