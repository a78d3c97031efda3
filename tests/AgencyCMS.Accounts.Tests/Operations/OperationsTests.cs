using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace AgencyCMS.Accounts.Tests.Operations;

[Collection(OnSqlite.Name)]
public sealed class OperationsOnSqliteTests(SqliteCounty shared) : OperationsTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class OperationsOnPostgreSqlTests(PostgreSqlCounty shared) : OperationsTests(shared.County);

public abstract class OperationsTests(County county)
{
    [Fact]
    public async Task Operations_OfTheCounty_ShowModulesAndPositions()
    {
        // Arrange
        using var browser = await county.SignInAsAsync(county.Office, "CountyAdministrator");

        // Act
        var text = (await browser.ReadAsync("admin/operations")).Body!.TextContent;

        // Assert
        Assert.Contains("AgencyCMS.Accounts", text, StringComparison.Ordinal);
        Assert.Contains(county.Finance.Title, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Operations_OfAnAgency_ShowItsOwnFailuresAlone()
    {
        // Arrange
        var (own, other) = (await county.FailAsync(county.Finance), await county.FailAsync(county.Twin));
        using var browser = await county.SignInAsAsync(county.Finance, "SiteAdministrator");

        // Act
        var text = (await browser.ReadAsync("admin/operations")).Body!.TextContent;

        // Assert
        Assert.Contains(own, text, StringComparison.Ordinal);
        Assert.DoesNotContain(other, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Operations_WhenTheStoreOfAnotherIsOutOfOrder_SaySoToTheCountyAlone(bool isCounty)
    {
        // Arrange
        var checks = county.Host.Services.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations;
        var fault = new HealthCheckRegistration("sample", new Damage(), null, null);
        checks.Add(fault);
        using var browser = isCounty ? await county.SignInAsAsync(county.Office, "CountyAdministrator") : await county.SignInAsAsync(county.Finance, "SiteAdministrator");

        // Act
        var text = (await browser.ReadAsync("admin/operations")).Body!.TextContent;
        checks.Remove(fault);

        // Assert
        Assert.Equal(isCounty, text.Contains("twin: the disk image is malformed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Failure_TriedAgainNow_DoesNotWaitForItsTime()
    {
        // Arrange
        var subject = await county.FailAsync(county.Finance);
        using var browser = await county.SignInAsAsync(county.Office, "CountyAdministrator");
        var page = await browser.ReadAsync("admin/operations");

        // Act
        await browser.SubmitAsync(page, "/retry", ("subjectId", subject));

        // Assert
        Assert.True((await FindAsync(subject)).NextAttemptAt <= county.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Failure_OfTheNeighbour_IsNotTriedAgainFromHere()
    {
        // Arrange
        await county.FailAsync(county.Finance);
        var subject = await county.FailAsync(county.Twin);
        using var browser = await county.SignInAsAsync(county.Finance, "SiteAdministrator");
        var page = await browser.ReadAsync("admin/operations");

        // Act
        await browser.SubmitAsync(page, "/retry", ("subjectId", subject));

        // Assert
        Assert.True((await FindAsync(subject)).NextAttemptAt > county.Clock.GetUtcNow());
    }

    private async Task<ChangeFailureRow> FindAsync(string subject)
    {
        await using var db = county.Host.Services.GetRequiredService<StoreSessions>().OpenCounty();
        return await db.Set<ChangeFailureRow>().SingleAsync(row => row.SubjectId == subject);
    }

    private sealed class Damage : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(HealthCheckResult.Degraded("twin: the disk image is malformed"));
    }
}
