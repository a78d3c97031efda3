using AgencyCMS.Accounts.Tests.Fixtures;

namespace AgencyCMS.Accounts.Tests.Dashboard;

[Collection(OnSqlite.Name)]
public sealed class DashboardOnSqliteTests(SqliteCounty shared) : DashboardTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class DashboardOnPostgreSqlTests(PostgreSqlCounty shared) : DashboardTests(shared.County);

public abstract class DashboardTests(County county)
{
    [Fact]
    public async Task Dashboard_WhileSomethingFails_SaysSoUrgentlyAndLeadsThere()
    {
        // Arrange
        await county.FailAsync(county.Finance);
        using var browser = await county.SignInAsAsync(county.Finance, "SiteAdministrator");

        // Act
        var page = await browser.ReadAsync("admin");

        // Assert
        var card = page.QuerySelectorAll("main .card").Single(card => card.TextContent.Contains("未能传递的变更", StringComparison.Ordinal));
        Assert.NotNull(card.QuerySelector(".badge.is-bad"));
        Assert.Equal("/finance/admin/operations", card.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Dashboard_ForStaffWhoMayNotSeeOperations_ShowsNoFailure()
    {
        // Arrange
        await county.FailAsync(county.Finance);
        using var browser = await county.SignInAsAsync(county.Finance, "Editor");

        // Act
        var page = await browser.ReadAsync("admin");

        // Assert
        Assert.Contains("本站点目前没有待办事项。", page.QuerySelector("main .empty")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dashboard_OfTheNeighbour_ShowsNoneOfOurFailures()
    {
        // Arrange
        var agency = await county.AddAgencyAsync();
        await county.FailAsync(county.Finance);
        using var browser = await county.SignInAsAsync(agency, "SiteAdministrator");

        // Act
        var page = await browser.ReadAsync("admin");

        // Assert
        Assert.Empty(page.QuerySelectorAll("main .card"));
    }
}
