using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;

namespace AgencyCMS.Accounts.Tests.ListAccounts;

[Collection(OnSqlite.Name)]
public sealed class ListAccountsOnSqliteTests(SqliteCounty shared) : ListAccountsTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class ListAccountsOnPostgreSqlTests(PostgreSqlCounty shared) : ListAccountsTests(shared.County);

public abstract class ListAccountsTests(County county)
{
    [Fact]
    public async Task Accounts_FilteredByNameAndAgency_ShowThoseAlone()
    {
        // Arrange
        using var chief = await ChiefAsync();
        var (wanted, elsewhere) = (await county.AddPersonAsync(county.Twin, "Editor"), await county.AddPersonAsync(county.Finance, "Editor"));

        // Act
        var page = await chief.ReadAsync($"admin/accounts?q={wanted.Name}&tenant=twin");
        var missed = await chief.ReadAsync($"admin/accounts?q={elsewhere.Name}&tenant=twin");

        // Assert
        Assert.Equal(wanted.Name, Assert.Single(page.QuerySelectorAll("tbody tr th")).TextContent.Trim());
        Assert.Empty(missed.QuerySelectorAll("tbody tr"));
    }

    [Theory]
    [InlineData("name")]
    [InlineData("-name")]
    [InlineData("created")]
    [InlineData("-last")]
    public async Task Accounts_SortedAndPaged_ShowTwentyAtMost(string sort)
    {
        // Arrange
        using var chief = await ChiefAsync();
        await Task.WhenAll(Enumerable.Range(0, 21).Select(_ => county.AddPersonAsync()));

        // Act
        var page = await chief.ReadAsync($"admin/accounts?sort={sort}&page=1");

        // Assert
        Assert.Equal(20, page.QuerySelectorAll("tbody tr").Length);
        Assert.NotNull(page.QuerySelector(".pager a[rel=next]"));
    }

    [Fact]
    public async Task Accounts_FilteredByState_ShowThoseAlone()
    {
        // Arrange
        using var chief = await ChiefAsync();
        var person = await county.AddPersonAsync();
        await chief.SubmitAsync(await chief.ReadAsync($"admin/accounts/{person.Id}"), "/lock");

        // Act
        var locked = await chief.ReadAsync($"admin/accounts?q={person.Name}&state=disabled");
        var inUse = await chief.ReadAsync($"admin/accounts?q={person.Name}&state=enabled");

        // Assert
        Assert.Contains(person.Name, locked.QuerySelectorAll("tbody tr th a").Select(link => link.TextContent));
        Assert.DoesNotContain(person.Name, inUse.QuerySelectorAll("tbody tr th a").Select(link => link.TextContent));
    }

    private Task<Browser> ChiefAsync() => county.SignInAsAsync(county.Office, "CountyAdministrator");
}
