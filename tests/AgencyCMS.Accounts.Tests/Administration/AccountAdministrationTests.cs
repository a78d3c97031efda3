using System.Net;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;

namespace AgencyCMS.Accounts.Tests.Administration;

[Collection(OnSqlite.Name)]
public sealed class AccountAdministrationOnSqliteTests(SqliteCounty shared) : AccountAdministrationTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class AccountAdministrationOnPostgreSqlTests(PostgreSqlCounty shared) : AccountAdministrationTests(shared.County);

public abstract class AccountAdministrationTests(County county)
{
    [Fact]
    public async Task Account_MadeByTheCounty_SignsInWithThePasswordShown()
    {
        // Arrange
        using var chief = await ChiefAsync();
        var name = "新人" + Guid.NewGuid().ToString("N")[..8];

        // Act
        var made = await chief.SubmitAsync("admin/accounts/new", ("UserName", name), ("DisplayName", "新人"));
        var password = (await chief.ReadAsync(made.Headers.Location!.ToString())).QuerySelector(".one-time-password")!.TextContent;
        using var browser = county.Browse();

        // Assert
        Assert.Equal(HttpStatusCode.Found, (await browser.SignInAsync(name, password)).StatusCode);
    }

    [Fact]
    public async Task Account_WithATakenName_IsRefusedWithWhatWasTyped()
    {
        // Arrange
        using var chief = await ChiefAsync();
        var person = await county.AddPersonAsync();

        // Act
        var answer = await chief.SubmitAsync("admin/accounts/new", ("UserName", person.Name.ToUpperInvariant()), ("DisplayName", "另一人"));
        var page = await Browser.ParseAsync(answer);

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("另一人", page.QuerySelector("[name=DisplayName]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("with space")]
    [InlineData("<script>")]
    public async Task Account_WithAnImpossibleName_IsRefused(string name)
    {
        // Arrange
        using var chief = await ChiefAsync();

        // Act
        var answer = await chief.SubmitAsync("admin/accounts/new", ("UserName", name), ("DisplayName", ""));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

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
    public async Task Membership_GivenByTheCounty_WorksWithTheNextRequest()
    {
        // Arrange
        using var chief = await ChiefAsync();
        var person = await county.AddPersonAsync();
        using var browser = await county.SignInAsync(person, county.Finance);
        var before = await browser.StatusAsync("admin");

        // Act
        await chief.SubmitAsync($"admin/accounts/{person.Id}/memberships/finance", ("Roles", "Editor"), ("Groups", "财务，领导"));

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, before);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("admin"));
    }

    [Fact]
    public async Task Membership_EndedByTheCounty_ClosesTheSiteWithTheNextRequest()
    {
        // Arrange
        using var chief = await ChiefAsync();
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = await county.SignInAsync(person, county.Finance);
        var before = await browser.StatusAsync("admin");

        // Act
        await chief.SubmitAsync(await chief.ReadAsync($"admin/accounts/{person.Id}/memberships/finance"), "/removal");

        // Assert
        Assert.Equal(HttpStatusCode.OK, before);
        Assert.Equal(HttpStatusCode.Forbidden, await browser.StatusAsync("admin"));
    }

    [Fact]
    public async Task Account_LockedByTheCounty_IsSignedOutEverywhere()
    {
        // Arrange
        using var chief = await ChiefAsync();
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = await county.SignInAsync(person, county.Finance);

        // Act
        await chief.SubmitAsync(await chief.ReadAsync($"admin/accounts/{person.Id}"), "/lock");

        // Assert
        Assert.Equal(HttpStatusCode.Found, await browser.StatusAsync("admin"));
    }

    [Fact]
    public async Task Account_OfTheAdministratorThemselves_CannotBeLocked()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Office, "CountyAdministrator");
        using var chief = await county.SignInAsync(person);

        // Act
        await chief.SubmitAsync(await chief.ReadAsync($"admin/accounts/{person.Id}"), "/lock");

        // Assert
        Assert.Equal(HttpStatusCode.OK, await chief.StatusAsync("admin"));
    }

    [Fact]
    public async Task Account_LockedByWrongTries_IsUnlockedByTheCounty()
    {
        // Arrange
        using var chief = await ChiefAsync();
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = county.Browse(county.Finance);
        for (var attempt = 0; attempt <= SignInAttempts.Allowed; attempt++)
        {
            await browser.SignInAsync(person.Name, "Wrong-Password-1");
        }

        // Act
        await chief.SubmitAsync(await chief.ReadAsync($"admin/accounts/{person.Id}"), "/unlock");

        // Assert
        Assert.Equal(HttpStatusCode.Found, (await browser.SignInAsync(person.Name, County.Password)).StatusCode);
    }

    [Fact]
    public async Task History_OfAnAccount_SaysWhoDidWhat()
    {
        // Arrange
        var administrator = await county.AddPersonAsync(county.Office, "CountyAdministrator");
        using var chief = await county.SignInAsync(administrator);
        var person = await county.AddPersonAsync();
        await chief.SubmitAsync($"admin/accounts/{person.Id}/memberships/finance", ("Roles", "Editor"));

        // Act
        var page = await chief.ReadAsync($"admin/accounts/{person.Id}");

        // Assert
        var latest = page.QuerySelectorAll("section:last-of-type tbody tr")[0].TextContent;
        Assert.Contains(administrator.Name, latest, StringComparison.Ordinal);
        Assert.Contains("finance: Editor", latest, StringComparison.Ordinal);
    }

    private Task<Browser> ChiefAsync() => county.SignInAsAsync(county.Office, "CountyAdministrator");
}
