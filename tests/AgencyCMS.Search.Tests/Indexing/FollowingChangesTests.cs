using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Search.Contracts;
using AgencyCMS.Search.Engine.Storage;
using AgencyCMS.Search.Indexing;
using AgencyCMS.Testing.Databases;
using AgencyCMS.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Search.Tests.Indexing;

/// <summary>The indexes follow the stores, whatever happens to them.</summary>
public abstract class FollowingChangesTests(DatabaseProvider provider) : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private SearchHost _host = null!;

    public async Task InitializeAsync()
    {
        _database = await TestHost<Program>.CreateDatabaseAsync(provider);
        _host = await SearchHost.OfAsync(await Testing.Hosting.TestHost<Program>.StartAsync(_database));
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Indexes_AfterPublications_AgreeWithTheStore()
    {
        // Act
        await _host.PublishAsync(_host.Finance, "a", "部门预算");
        await _host.PublishAsync(_host.Finance, "b", "内部通知", audience: Audience.Staff);
        await _host.PublishAsync(_host.Neighbour, "c", "部门决算");

        // Assert
        Assert.Equal([("tenant", 2), ("county", 1)], await SoundAsync(_host.Finance));
    }

    [Fact]
    public async Task Indexes_AfterWithdrawal_HoldTheItemNoMore()
    {
        // Arrange
        var row = await _host.PublishAsync(_host.Finance, "a", "部门预算");

        // Act
        await _host.WithdrawAsync(_host.Finance, row);

        // Assert
        Assert.Equal([("tenant", 0), ("county", 0)], await SoundAsync(_host.Finance));
    }

    [Fact]
    public async Task Index_ThatIsGone_IsBuiltAnewWithTheNextStart()
    {
        // Arrange
        await _host.PublishAsync(_host.Finance, "a", "部门预算");
        await _host.DisposeAsync();
        foreach (var folder in Directory.GetDirectories(_database.DataPath, "search", SearchOption.AllDirectories))
        {
            Directory.Delete(folder, recursive: true);
        }

        // Act
        _host = await SearchHost.RestartAsync(_database);
        await FindAgainAsync();

        // Assert
        Assert.Equal([("tenant", 1), ("county", 1)], await SoundAsync(_host.Finance));
    }

    [Fact]
    public async Task Index_DamagedInUse_HealsItself()
    {
        // Arrange
        await _host.PublishAsync(_host.Finance, "a", "部门预算");
        await _host.DisposeAsync();
        foreach (var file in Directory.GetFiles(_database.DataPath, "*.cfs", SearchOption.AllDirectories))
        {
            File.WriteAllBytes(file, []);
        }

        // Act
        _host = await SearchHost.RestartAsync(_database);
        await FindAgainAsync();

        // Assert
        Assert.Equal([("tenant", 1), ("county", 1)], await SoundAsync(_host.Finance));
    }

    [Fact]
    public async Task Index_AheadOfARestoredStore_IsBuiltAnew()
    {
        // Arrange: the index comes from a time at which the store held more changes than now.
        await _host.PublishAsync(_host.Finance, "a", "部门预算");
        await _host.DisposeAsync();
        RaisePositions();

        // Act
        _host = await SearchHost.RestartAsync(_database);
        await _host.PublishAsync(_host.Finance, "b", "部门决算");

        // Assert
        Assert.Equal([("tenant", 2), ("county", 2)], await SoundAsync(_host.Finance));
        var county = _host.Host.Services.GetRequiredService<SearchIndexes>().PeekPositions(IndexName.County)!;
        Assert.InRange(county.Of(_host.Finance.Id.Value)!.Value, 1, 999_999);
    }

    [Fact]
    public async Task Index_RebuiltByAnOperator_StillAgreesWithTheStore()
    {
        // Arrange
        await _host.PublishAsync(_host.Finance, "a", "部门预算");

        // Act
        var count = await _host.Maintenance.RebuildAsync(_host.Finance, progress: null, CancellationToken.None);
        await _host.Host.ConsumersAreIdleAsync();

        // Assert
        Assert.Equal(1, count);
        Assert.Equal([("tenant", 1), ("county", 1)], await SoundAsync(_host.Finance));
    }

    [Fact]
    public async Task Indexes_AllRebuilt_StillAgreeWithTheStores()
    {
        // Arrange
        await _host.PublishAsync(_host.Finance, "a", "部门预算");
        await _host.PublishAsync(_host.Neighbour, "b", "部门决算");

        // Act
        await _host.Maintenance.RebuildAllAsync(progress: null, CancellationToken.None);

        // Assert
        Assert.Equal([("tenant", 1), ("county", 1)], await SoundAsync(_host.Finance));
        Assert.Equal([("tenant", 1), ("county", 1)], await SoundAsync(_host.Neighbour));
    }

    [Fact]
    public async Task Index_RebuiltBetweenReadingAndApplying_LosesNoChange()
    {
        // Arrange: three changes are known to the consumer, but the index is set back to before the first.
        var indexer = _host.Host.Services.GetRequiredService<TenantIndexer>();
        var log = _host.Host.Services.GetRequiredService<ChangeLog>();
        await _host.PublishAsync(_host.Finance, "a", "部门预算");
        await _host.PublishAsync(_host.Finance, "b", "部门决算");
        var changes = await log.ReadAsync(_host.Finance.Id, 0, 100, CancellationToken.None);
        using (var lease = _host.Host.Services.GetRequiredService<SearchIndexes>().Rent(IndexName.Of(_host.Finance.Id.Value)))
        using (var rebuild = lease.Index.BeginRebuild())
        {
            rebuild.Add(new() { TenantId = _host.Finance.Id.Value, Position = 0 });
            rebuild.Complete();
        }

        // Act
        await indexer.ApplyAsync(_host.Finance, [changes[^1]], changes[^1].Sequence, CancellationToken.None);

        // Assert
        Assert.Equal([("tenant", 2), ("county", 2)], await SoundAsync(_host.Finance));
    }

    [Fact]
    public async Task Verification_OfAnIndexThatMissedAnItem_NamesIt()
    {
        // Arrange: the index is told that it knows a change that it has never seen.
        var row = await _host.PublishAsync(_host.Finance, "a", "部门预算");
        var head = await _host.Host.Services.GetRequiredService<ChangeLog>().ReadHeadAsync(_host.Finance.Id, CancellationToken.None);
        await _host.DisposeAsync();
        EmptyIndexAt(_host.Finance, head);

        // Act
        _host = await SearchHost.RestartAsync(_database);
        var findings = await _host.Maintenance.VerifyAsync(_host.Finance, CancellationToken.None);

        // Assert
        Assert.Equal([row.ContentItemId], findings[0].Missing);
    }

    private async Task FindAgainAsync()
    {
        await Testing.Eventually.IsTrueAsync(() => FindsAsync(_host.Finance), "the agency's search answers again");
        await Testing.Eventually.IsTrueAsync(() => FindsAsync(_host.County), "the county's search answers again");
        await _host.Host.ConsumersAreIdleAsync();
    }

    private async Task<bool> FindsAsync(Tenant tenant)
    {
        using var client = _host.Host.CreateClient(tenant);
        using var answer = await client.GetAsync("api/v1/search?q=预算");
        return (await answer.Content.ReadAsStringAsync()).Contains("pages/a", StringComparison.Ordinal);
    }

    private async Task<IEnumerable<(string, int)>> SoundAsync(Tenant tenant)
    {
        var findings = await _host.Maintenance.VerifyAsync(tenant, CancellationToken.None);
        Assert.All(findings, finding => Assert.Equivalent(new SearchFinding { Index = finding.Index, Expected = finding.Expected, Pending = 0 }, finding));
        return findings.Select(finding => (finding.Index, finding.Expected));
    }

    private void RaisePositions()
    {
        foreach (var folder in Directory.GetDirectories(_database.DataPath, "search", SearchOption.AllDirectories))
        {
            using var index = new SearchIndex(folder);
            foreach (var tenant in index.Positions.ByTenant.Keys)
            {
                index.Apply(new() { TenantId = tenant, Position = 1_000_000 });
            }
            index.Commit();
        }
    }

    private void EmptyIndexAt(Tenant tenant, long position)
    {
        var folder = Directory.GetDirectories(Path.Combine(_database.DataPath, "tenants"), "search", SearchOption.AllDirectories)
            .Single(path => path.Contains($"{tenant.Id.Value:D6}", StringComparison.Ordinal));
        using var index = new SearchIndex(folder);
        using var rebuild = index.BeginRebuild();
        rebuild.Add(new() { TenantId = tenant.Id.Value, Position = position });
        rebuild.Complete();
    }

    public sealed class OnSqlite() : FollowingChangesTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : FollowingChangesTests(DatabaseProvider.PostgreSql);
}
