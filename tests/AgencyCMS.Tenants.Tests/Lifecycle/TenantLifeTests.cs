using System.Net;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.Contracts;
using AgencyCMS.Tenants.Storage;
using AgencyCMS.Tenants.Tests.Fixtures;

namespace AgencyCMS.Tenants.Tests.Lifecycle;

public abstract class TenantLifeTests(CountyFixture fixture)
{
    private readonly County _county = fixture.County;

    [Fact]
    public async Task Suspend_ShowsTheNoticeInTheTenantsName()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("suspended");

        // Act
        await _county.Lifecycle.SuspendAsync(tenant.Id, "系统升级，<8月1日>恢复。", Actor.System, CancellationToken.None);

        // Assert
        using var answer = await _county.Host.CreateClient(tenant).GetAsync(new Uri("catalogue", UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromHours(1), answer.Headers.RetryAfter!.Delta);
        Assert.Contains("<html lang=\"zh-CN\">", page, StringComparison.Ordinal);
        Assert.Contains("suspended 局", page, StringComparison.Ordinal);
        Assert.Contains("本站点暂停服务", page, StringComparison.Ordinal);
        Assert.Contains("系统升级，&lt;8月1日&gt;恢复。", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suspend_WithoutANotice_ShowsTheUsualSentence()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("suspended-plain");

        // Act
        await _county.Lifecycle.SuspendAsync(tenant.Id, "  ", Actor.System, CancellationToken.None);

        // Assert
        using var answer = await _county.Host.CreateClient(tenant).GetAsync(new Uri("", UriKind.Relative));
        Assert.Contains("请稍后再访问。", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notice_OfASuspendedAgency_LeadsToTheCounty()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("suspended-with-a-way");
        await _county.Lifecycle.SuspendAsync(tenant.Id, "", Actor.System, CancellationToken.None);

        // Act
        using var answer = await _county.Host.CreateClient(tenant).GetAsync(new Uri("catalogue", UriKind.Relative));

        // Assert
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("<a href=\"/\">前往县级门户", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resume_OpensTheSiteAgain()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("resumed");
        await _county.Lifecycle.SuspendAsync(tenant.Id, "", Actor.System, CancellationToken.None);

        // Act
        await _county.Lifecycle.ResumeAsync(tenant.Id, null, Actor.System, CancellationToken.None);

        // Assert
        Assert.Equal(200, await _county.StatusAsync(tenant));
    }

    [Fact]
    public async Task Resume_AfterSomebodyElseHasClosedTheSite_LeavesItClosed()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("closed-by-county");
        await _county.Lifecycle.SuspendAsync(tenant.Id, "Restoring", Actor.System, CancellationToken.None);
        await _county.Lifecycle.ResumeAsync(tenant.Id, null, Actor.System, CancellationToken.None);
        await _county.Lifecycle.SuspendAsync(tenant.Id, "", Actor.System, CancellationToken.None);

        // Act
        var outcome = await _county.Lifecycle.ResumeAsync(tenant.Id, "Restoring", Actor.System, CancellationToken.None);

        // Assert
        Assert.True(outcome.IsRefused);
        Assert.Equal(503, await _county.StatusAsync(tenant));
    }

    [Fact]
    public async Task Archive_AnswersThatTheSiteIsGone()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("archived");

        // Act
        await _county.Lifecycle.ArchiveAsync(tenant.Id, Actor.System, CancellationToken.None);

        // Assert
        Assert.Equal(410, await _county.StatusAsync(tenant));
    }

    [Fact]
    public async Task Archived_CannotBeResumed()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("archived-stays");
        await _county.Lifecycle.ArchiveAsync(tenant.Id, Actor.System, CancellationToken.None);

        // Act
        var outcome = await _county.Lifecycle.ResumeAsync(tenant.Id, null, Actor.System, CancellationToken.None);

        // Assert
        Assert.Equal(["tenants.not-in-this-state"], outcome.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public async Task CountyOffice_CannotBeSuspended()
    {
        // Act
        var outcome = await _county.Lifecycle.SuspendAsync(_county.Directory.County!.Id, "", Actor.System, CancellationToken.None);

        // Assert
        Assert.Equal(["tenants.county-stays"], outcome.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public async Task Rename_MovesTheSiteToItsNewPath()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("old-name");

        // Act
        var renamed = await _county.Lifecycle.DescribeAsync(
            tenant.Id, new TenantDescription("new-name", "新名称局", "new-name", [], ""), tenant.Version, Actor.System, CancellationToken.None);

        // Assert
        Assert.Equal(200, await _county.StatusAsync(renamed.Value));
        Assert.Equal(404, await _county.StatusAsync(tenant, "catalogue"));
    }

    [Fact]
    public async Task ChangeOfHosts_WorksAtOnce()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("moving", "old-host.example.gov.cn");

        // Act
        var moved = await _county.Lifecycle.DescribeAsync(
            tenant.Id, new TenantDescription("moving", tenant.Title, null, ["new-host.example.gov.cn"], ""), null, Actor.System, CancellationToken.None);

        // Assert
        Assert.Equal(200, await _county.StatusAsync(moved.Value));
        Assert.Equal(404, await _county.StatusAsync(tenant));
    }

    [Fact]
    public async Task Change_OfARecordThatSomebodyElseHasChanged_IsRefused()
    {
        // Arrange
        var seen = await _county.AddAgencyAsync("contended");
        await _county.Lifecycle.SuspendAsync(seen.Id, "", Actor.System, CancellationToken.None);

        // Act
        var outcome = await _county.Lifecycle.DescribeAsync(
            seen.Id, new TenantDescription("contended", "另一名称", "contended", [], ""), seen.Version, Actor.System, CancellationToken.None);

        // Assert
        Assert.Equal(ProblemKind.Conflict, Assert.Single(outcome.Problems).Kind);
    }

    [Fact]
    public async Task Change_ThatChangesNothing_IsNotRecorded()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("unchanged");

        // Act
        var outcome = await _county.Lifecycle.DescribeAsync(
            tenant.Id, new TenantDescription(tenant.Name, tenant.Title, tenant.Prefix, tenant.Hosts, ""), null, Actor.System, CancellationToken.None);

        // Assert
        Assert.Equal(tenant.Version, outcome.Value.Version);
        Assert.Single(await _county.Get<TenantHistory>().ReadAsync(tenant.Id, 10, CancellationToken.None));
    }

    [Fact]
    public async Task History_TellsWhoDidWhat()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("recorded");
        var officer = new Actor { AccountId = 7, Name = "county.officer" };

        // Act
        await _county.Lifecycle.SuspendAsync(tenant.Id, "升级", officer, CancellationToken.None);

        // Assert
        var line = (await _county.Get<TenantHistory>().ReadAsync(tenant.Id, 10, CancellationToken.None))[0];
        Assert.Equal(
            ("Suspended", "county.officer", "升级", TenantState.Running, TenantState.Suspended), (line.Action.ToString(), line.Actor, line.Detail, line.StateBefore, line.StateAfter));
    }
}

public sealed class TenantLifeOnSqliteTests(SqliteCounty county) : TenantLifeTests(county), IClassFixture<SqliteCounty>;

public sealed class TenantLifeOnPostgreSqlTests(PostgreSqlCounty county) : TenantLifeTests(county), IClassFixture<PostgreSqlCounty>;
