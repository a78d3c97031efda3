using System.Text.Json;
using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Data.Stores;
using AgencyCMS.Testing.Databases;

namespace AgencyCMS.Accounts.Tests.Storage;

public sealed class RoleStepOnSqliteTests() : RoleStepTests(DatabaseProvider.Sqlite);

public sealed class RoleStepOnPostgreSqlTests() : RoleStepTests(DatabaseProvider.PostgreSql);

/// <summary>Roles of a county that stands get the permissions of new ones, as long as nobody has changed them.</summary>
public abstract class RoleStepTests(DatabaseProvider provider) : IAsyncLifetime
{
    private const long Step = 202611270210;
    private County _county = null!; // set before the first test

    public async Task InitializeAsync() => _county = await County.StartAsync(provider);

    public async Task DisposeAsync() => await _county.DisposeAsync();

    [Fact]
    public async Task CountyAdministrator_AsItWasSetUp_GetsWhatNewOnesHave()
    {
        // Arrange
        string[] earlier = [.. County.PermissionsOf("county", "CountyAdministrator").Except(["tenants.help", "site.recipes"])];

        // Act
        await _county.Host.UpgradeAgainAsync(_county.Office, Step, Set("CountyAdministrator", earlier));

        // Assert
        using var browser = await _county.SignInAsAsync(_county.Office, "CountyAdministrator");
        Assert.Equal(System.Net.HttpStatusCode.OK, await browser.StatusAsync($"admin/tenants/{_county.Finance.Id}/help"));
    }

    [Fact]
    public async Task SiteAdministrator_AsItWasSetUp_GetsRecipes()
    {
        // Act
        await _county.Host.UpgradeAgainAsync(_county.Finance, Step, Set("SiteAdministrator", [.. County.PermissionsOf("agency", "SiteAdministrator").Except(["site.recipes"])]));

        // Assert
        Assert.Contains("site.recipes", await ListedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Role_ThatSomebodyHasChanged_StaysAsItIs()
    {
        // Act
        await _county.Host.UpgradeAgainAsync(_county.Finance, Step, Set("SiteAdministrator", [.. County.PermissionsOf("agency", "SiteAdministrator").Except(["site.recipes", "media.upload"])]));

        // Assert
        Assert.DoesNotContain("site.recipes", await ListedAsync(), StringComparison.Ordinal);
    }

    private async Task<string> ListedAsync()
    {
        using var browser = await _county.SignInAsAsync(_county.Finance, "SiteAdministrator");
        return (await browser.ReadAsync("admin/roles")).QuerySelector("main")!.TextContent;
    }

    private static string Set(string role, string[] permissions) =>
        $"UPDATE roles SET permissions = '{JsonSerializer.Serialize(permissions.Order(StringComparer.Ordinal))}' WHERE name = '{role}'";
}
