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
        Assert.DoesNotContain("未能传递的变更", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
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
        Assert.DoesNotContain("未能传递的变更", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Editor")]
    [InlineData("Reviewer")]
    [InlineData("SiteAdministrator")]
    public async Task Dashboard_OfANewSite_IsEmptyForNobody(string role)
    {
        // Arrange
        using var browser = await county.SignInAsAsync(await county.AddAgencyAsync(), role);

        // Act
        var page = await browser.ReadAsync("admin");

        // Assert
        Assert.NotEmpty(page.QuerySelectorAll("main .card a"));
    }

    [Fact]
    public async Task Dashboard_OfSomebodyWithoutARole_SaysWhomToAsk()
    {
        // Arrange
        using var browser = await county.SignInAsAsync(await county.AddAgencyAsync());

        // Act
        var page = await browser.ReadAsync("admin");

        // Assert
        Assert.Contains("请向站点管理员申请", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FirstSteps_OfANewSite_LeadToWhatIsToBeDone()
    {
        // Arrange
        var agency = await county.AddAgencyAsync();
        using var browser = await county.SignInAsAsync(agency, "SiteAdministrator");

        // Act
        var page = await browser.ReadAsync("admin");

        // Assert
        var steps = page.QuerySelector("[aria-labelledby=first-steps]")!;
        Assert.Contains($"/{agency.Name}/admin/settings", steps.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Contains($"/{agency.Name}/admin/contents/new/Disclosure", steps.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task FirstSteps_ForAnEditor_AreNotShown()
    {
        // Arrange
        using var browser = await county.SignInAsAsync(await county.AddAgencyAsync(), "Editor");

        // Act
        var page = await browser.ReadAsync("admin");

        // Assert
        Assert.Null(page.QuerySelector("[aria-labelledby=first-steps]"));
    }

    [Fact]
    public async Task StaffWhoNeverSignedIn_AreNamedToTheAdministrator()
    {
        // Arrange
        var agency = await county.AddAgencyAsync();
        var absent = await county.AddPersonAsync(agency, "Editor");
        using var browser = await county.SignInAsAsync(agency, "SiteAdministrator");

        // Act
        var page = await browser.ReadAsync("admin");

        // Assert
        var card = page.QuerySelectorAll("main .card").Single(card => card.QuerySelector("h2")!.TextContent.Contains("从未登录", StringComparison.Ordinal));
        Assert.Contains(absent.Name, card.QuerySelectorAll("a").Select(link => link.TextContent));
    }
}
