using AgencyCMS.Accounts.Tests.Fixtures;

namespace AgencyCMS.Accounts.Tests.ListRoles;

[Collection(OnSqlite.Name)]
public sealed class ListRolesOnSqliteTests(SqliteCounty shared) : ListRolesTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class ListRolesOnPostgreSqlTests(PostgreSqlCounty shared) : ListRolesTests(shared.County);

public abstract class ListRolesTests(County county)
{
    [Fact]
    public async Task Roles_OfAnAgency_AreExplainedInWords()
    {
        // Arrange
        using var browser = await county.SignInAsAsync(county.Finance, "SiteAdministrator");

        // Act
        var page = await browser.ReadAsync("admin/roles");

        // Assert
        Assert.Contains("管理本单位成员的角色", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_OfAnAgency_AreThoseOfItsRecipe()
    {
        // Arrange
        using var browser = await county.SignInAsAsync(county.Twin, "SiteAdministrator");

        // Act
        var page = await browser.ReadAsync("admin/roles");

        // Assert
        Assert.Equal(County.RolesOf("agency").Count, page.QuerySelectorAll("main section.card h2").Length);
    }
}
