using AgencyCMS.Accounts.Tests.Fixtures;

namespace AgencyCMS.Accounts.Tests.Limits;

[Collection(OnSqlite.Name)]
public sealed class PageNumberOnSqliteTests(SqliteCounty shared) : PageNumberTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class PageNumberOnPostgreSqlTests(PostgreSqlCounty shared) : PageNumberTests(shared.County);

/// <summary>A page number that no list reaches is a page without lines, not a failure.</summary>
public abstract class PageNumberTests(County county)
{
    [Theory]
    [InlineData("admin/accounts?page=")]
    [InlineData("admin/members?page=")]
    [InlineData("admin/operations?page=")]
    [InlineData("admin/operations/jobs?page=")]
    [InlineData("admin/tenants?page=")]
    [InlineData("search?q=a&page=")]
    public async Task List_AskedForAPageFarBehindItsEnd_Answers(string address)
    {
        // Arrange
        using var chief = await county.SignInAsAsync(county.Office, "CountyAdministrator");

        // Act
        var far = await chief.StatusAsync(address + "999999999");
        var beyond = await chief.StatusAsync(address + "99999999999");

        // Assert
        Assert.InRange((int)far, 200, 499);
        Assert.InRange((int)beyond, 200, 499);
    }

    [Theory]
    [InlineData("admin/members?page=")]
    [InlineData("catalogue?page=")]
    [InlineData("admin/contents?page=")]
    [InlineData("admin/imports?page=")]
    public async Task ListOfAnAgency_AskedForAPageFarBehindItsEnd_Answers(string address)
    {
        // Arrange
        using var keeper = await county.SignInAsAsync(county.Finance, "SiteAdministrator", "Editor");

        // Act
        var far = await keeper.StatusAsync(address + "999999999");

        // Assert
        Assert.InRange((int)far, 200, 499);
    }
}
