using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.Lifecycle;
using AgencyCMS.Tenants.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Tenants.Tests.Lifecycle;

public abstract class DeleteTenantTests(CountyFixture fixture)
{
    private readonly County _county = fixture.County;

    [Fact]
    public async Task Deleted_IsGoneForReadersAtOnce()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("deleted", "deleted.example.gov.cn");

        // Act
        await _county.Lifecycle.DeleteAsync(tenant.Id, Actor.System, CancellationToken.None);

        // Assert
        Assert.Equal(404, await _county.StatusAsync(tenant));
    }

    [Fact]
    public async Task Deleted_WithinThirtyDays_CanBeTakenBack()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("taken-back");
        await _county.Lifecycle.DeleteAsync(tenant.Id, Actor.System, CancellationToken.None);
        _county.Clock.Pass(TimeSpan.FromDays(29.9));
        await _county.Get<TenantSweep>().RunAsync(CancellationToken.None);

        // Act
        await _county.Lifecycle.RestoreAsync(tenant.Id, Actor.System, CancellationToken.None);

        // Assert
        Assert.Equal(200, await _county.StatusAsync(tenant));
    }

    [Fact]
    public async Task TakenBack_IsInTheStateFromBefore()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("taken-back-suspended");
        await _county.Lifecycle.SuspendAsync(tenant.Id, "公告", Actor.System, CancellationToken.None);
        await _county.Lifecycle.DeleteAsync(tenant.Id, Actor.System, CancellationToken.None);

        // Act
        var restored = await _county.Lifecycle.RestoreAsync(tenant.Id, Actor.System, CancellationToken.None);

        // Assert
        Assert.Equal((TenantState.Suspended, "公告", null), (restored.Value.State, restored.Value.Notice, restored.Value.RemoveAfter));
    }

    [Fact]
    public async Task Deleted_AfterThirtyDays_LeavesNothing()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("removed");
        Assert.NotEmpty(await Leftovers.FindAsync(_county, tenant.Id));
        await _county.Lifecycle.DeleteAsync(tenant.Id, Actor.System, CancellationToken.None);
        await _county.Host.ConsumersAreIdleAsync(); // what one of them writes behind the sweep goes with the next
        _county.Clock.Pass(TimeSpan.FromDays(30));

        // Act
        await _county.Get<TenantSweep>().RunAsync(CancellationToken.None);

        // Assert
        Assert.Null(_county.Directory.Find(tenant.Id));
        Assert.Empty(await Leftovers.FindAsync(_county, tenant.Id));
    }

    [Fact]
    public async Task Removed_LeavesNothingOfWhatItPublishedScheduledAndRan()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("removed-rows");
        foreach (var row in Rows)
        {
            await ExecuteAsync(row, tenant.Id.Value);
        }
        await _county.Lifecycle.DeleteAsync(tenant.Id, Actor.System, CancellationToken.None);
        await _county.Host.ConsumersAreIdleAsync(); // what one of them writes behind the sweep goes with the next
        _county.Clock.Pass(TimeSpan.FromDays(30));

        // Act
        await _county.Get<TenantSweep>().RunAsync(CancellationToken.None);

        // Assert
        Assert.Empty(await Leftovers.FindAsync(_county, tenant.Id));
    }

    [Fact]
    public async Task RowsOfATenantThatIsNotThere_AreSwept()
    {
        // Arrange
        const int Nobody = 987_654;
        foreach (var row in Rows)
        {
            await ExecuteAsync(row, Nobody);
        }

        // Act
        await _county.Get<TenantSweep>().RunAsync(CancellationToken.None);

        // Assert
        Assert.Empty(await Leftovers.FindAsync(_county, new(Nobody)));
    }

    [Fact]
    public async Task Removed_LeavesNobodyAMember()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("without-members");
        var person = new AccountRequest("former-member", "", [new MembershipRequest(tenant.Name, ["Editor"])]) { Password = County.Password };
        Assert.Empty((await _county.Get<IAccountProvisioning>().ProvisionAsync([person], CancellationToken.None)).Problems);
        await _county.Lifecycle.DeleteAsync(tenant.Id, Actor.System, CancellationToken.None);
        await _county.Host.ConsumersAreIdleAsync(); // what one of them writes behind the sweep goes with the next
        _county.Clock.Pass(TimeSpan.FromDays(30));

        // Act
        await _county.Get<TenantSweep>().RunAsync(CancellationToken.None);

        // Assert
        Assert.Equal(0, await Leftovers.CountMembersAsync(_county, tenant.Id));
    }

    [Fact]
    public async Task Removal_LeavesTheNeighbourAlone()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("removed-one");
        var neighbour = await _county.AddAgencyAsync("neighbour");
        var before = await Leftovers.FindAsync(_county, neighbour.Id);
        await _county.Lifecycle.DeleteAsync(tenant.Id, Actor.System, CancellationToken.None);
        await _county.Host.ConsumersAreIdleAsync(); // what one of them writes behind the sweep goes with the next
        _county.Clock.Pass(TimeSpan.FromDays(30));

        // Act
        await _county.Get<TenantSweep>().RunAsync(CancellationToken.None);

        // Assert
        Assert.Equal(200, await _county.StatusAsync(neighbour));
        Assert.Superset(Kept(before), Kept(await Leftovers.FindAsync(_county, neighbour.Id)));
    }

    [Fact]
    public async Task Removed_SetsTheNameFreeButNeverTheNumber()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("name-again");
        await _county.Lifecycle.DeleteAsync(tenant.Id, Actor.System, CancellationToken.None);
        await _county.Host.ConsumersAreIdleAsync(); // what one of them writes behind the sweep goes with the next
        _county.Clock.Pass(TimeSpan.FromDays(30));
        await _county.Get<TenantSweep>().RunAsync(CancellationToken.None);

        // Act
        var again = await _county.AddAgencyAsync("name-again");

        // Assert
        Assert.True(again.Id.Value > tenant.Id.Value);
    }

    [Fact]
    public async Task Deleted_KeepsItsNameWhileItCanComeBack()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("name-kept");
        await _county.Lifecycle.DeleteAsync(tenant.Id, Actor.System, CancellationToken.None);

        // Act
        var outcome = await _county.TryAddAgencyAsync("name-kept");

        // Assert
        Assert.Contains("tenants.name-taken", outcome.Problems.Select(problem => problem.Code));
    }

    // The files of a search index and a log beside a database come and go by themselves.
    private static HashSet<string> Kept(IReadOnlyList<string> found) =>
        [.. found.Where(name => !name.Contains("search", StringComparison.Ordinal) && !name.EndsWith("-wal", StringComparison.Ordinal) && !name.EndsWith("-shm", StringComparison.Ordinal))];

    private static readonly string[] Rows =
    [
        "INSERT INTO {county}publications (tenant_id, content_item_id, title, path, published_at) VALUES ({0}, 'item', 'title', 'path', 0)",
        "INSERT INTO {county}content_schedule (tenant_id, content_item_id, due_at, next_attempt_at, attempts) VALUES ({0}, 'item', 0, 0, 0)",
        "INSERT INTO {county}job_runs (job, tenant_id, node, attempt, started_at, outcome, tenants) VALUES ('job', {0}, 'node', 1, 0, 'Failed', 1)",
    ];

    private async Task ExecuteAsync(string sql, int tenant)
    {
        await using var db = _county.Get<StoreSessions>().OpenCounty();
        await db.Database.ExecuteSqlRawAsync(sql.Replace("{county}", db.Database.IsNpgsql() ? "county." : "", StringComparison.Ordinal), tenant);
    }
}

public sealed class DeleteTenantOnSqliteTests(SqliteCounty county) : DeleteTenantTests(county), IClassFixture<SqliteCounty>;

public sealed class DeleteTenantOnPostgreSqlTests(PostgreSqlCounty county) : DeleteTenantTests(county), IClassFixture<PostgreSqlCounty>;
