using System.Net;
using AgencyCMS.Accounts.Tests.Fixtures;

namespace AgencyCMS.Accounts.Tests.SignOut;

[Collection(OnSqlite.Name)]
public sealed class SignOutOnSqliteTests(SqliteCounty shared) : SignOutTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class SignOutOnPostgreSqlTests(PostgreSqlCounty shared) : SignOutTests(shared.County);

public abstract class SignOutTests(County county)
{
    [Fact]
    public async Task SignOut_EndsTheSessionOnEveryDeviceThatHoldsItsCookie()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = county.Browse(county.Finance);
        var signedIn = await browser.SignInAsync(person.Name, County.Password);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(text => text.StartsWith("agencycms=", StringComparison.Ordinal)).Split(';')[0];
        using var thief = county.Browse(county.Finance);

        // Act
        await browser.SubmitAsync(await browser.ReadAsync("admin"), "account/sign-out");
        using var request = new HttpRequestMessage(HttpMethod.Get, "admin") { Headers = { { "Cookie", cookie } } };
        var answer = await thief.SendAsync(request);

        // Assert
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [Fact]
    public async Task SignOut_OnOneDevice_LeavesTheOthersSignedIn()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var here = await county.SignInAsync(person, county.Finance);
        using var elsewhere = await county.SignInAsync(person, county.Finance);

        // Act
        await here.SubmitAsync(await here.ReadAsync("admin"), "account/sign-out");

        // Assert
        Assert.Equal(HttpStatusCode.OK, await elsewhere.StatusAsync("admin"));
    }

    [Fact]
    public async Task SignOut_LeadsToThePublicSite()
    {
        // Arrange
        using var browser = await county.SignInAsAsync(county.Finance, "Editor");

        // Act
        var answer = await browser.SubmitAsync(await browser.ReadAsync("admin"), "account/sign-out");

        // Assert
        Assert.Equal("/finance/", answer.Headers.Location?.ToString());
    }
}
