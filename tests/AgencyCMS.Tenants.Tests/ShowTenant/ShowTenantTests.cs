using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;

namespace AgencyCMS.Tenants.Tests.ShowTenant;

/// <summary>What the console shows of one tenant.</summary>
public abstract class ShowTenantTests(CountyFixture fixture)
{
    private readonly County _county = fixture.County;

    [Fact]
    public async Task Page_OfATenant_ShowsItsRecord()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("shown", "shown.example.gov.cn");
        using var office = await _county.SignInToOfficeAsync();

        // Act
        var page = await office.ReadAsync($"admin/tenants/{tenant.Id}");

        // Assert
        Assert.Equal(tenant.Title, page.QuerySelector("h1")!.TextContent);
        var facts = page.QuerySelectorAll("dl.facts dd").Select(fact => fact.TextContent.Trim()).ToList();
        Assert.Contains("shown", facts);
        Assert.Contains("shown.example.gov.cn", facts);
    }

    [Fact]
    public async Task Page_OfARunningTenant_OffersWhatCanBeDoneWithIt()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("running");
        using var office = await _county.SignInToOfficeAsync();

        // Act
        var actions = await ActionsAsync(office, tenant.Id);

        // Assert
        Assert.Equal(["suspend", "archive", "delete"], actions);
    }

    [Fact]
    public async Task Page_OfASuspendedTenant_OffersToResumeItInstead()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("suspended");
        await _county.Lifecycle.SuspendAsync(tenant.Id, "机房搬迁", Actor.System, CancellationToken.None);
        using var office = await _county.SignInToOfficeAsync();

        // Act
        var actions = await ActionsAsync(office, tenant.Id);

        // Assert
        Assert.Equal(["resume", "archive", "delete"], actions);
    }

    [Fact]
    public async Task Page_OfTheCountyOffice_DoesNotOfferToCloseIt()
    {
        // Arrange
        using var office = await _county.SignInToOfficeAsync();

        // Act
        var actions = await ActionsAsync(office, _county.Directory.County!.Id);

        // Assert
        Assert.Empty(actions);
    }

    [Fact]
    public async Task History_OfATenant_NamesWhatWasDoneNewestFirst()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("with-history");
        await _county.Lifecycle.SuspendAsync(tenant.Id, "机房搬迁", Actor.System, CancellationToken.None);
        using var office = await _county.SignInToOfficeAsync();

        // Act
        var page = await office.ReadAsync($"admin/tenants/{tenant.Id}");

        // Assert
        Assert.Contains("机房搬迁", page.QuerySelector(".timeline li")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> ActionsAsync(Browser office, TenantId tenant)
    {
        var page = await office.ReadAsync($"admin/tenants/{tenant}");
        return [.. page.QuerySelectorAll(".cluster a.button").Select(link => link.GetAttribute("href")!.Split('/')[^1]).Where(verb => verb != "features")];
    }
}

public sealed class ShowTenantOnSqliteTests(SqliteCounty county) : ShowTenantTests(county), IClassFixture<SqliteCounty>;

public sealed class ShowTenantOnPostgreSqlTests(PostgreSqlCounty county) : ShowTenantTests(county), IClassFixture<PostgreSqlCounty>;
