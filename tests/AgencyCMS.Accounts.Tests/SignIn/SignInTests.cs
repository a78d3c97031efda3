using System.Net;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;

namespace AgencyCMS.Accounts.Tests.SignIn;

[Collection(OnSqlite.Name)]
public sealed class SignInOnSqliteTests(SqliteCounty shared) : SignInTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class SignInOnPostgreSqlTests(PostgreSqlCounty shared) : SignInTests(shared.County);

public abstract class SignInTests(County county)
{
    [Fact]
    public async Task SignIn_WithRightPassword_LeadsToTheAdministration()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = county.Browse(county.Finance);

        // Act
        var answer = await browser.SignInAsync(person.Name, County.Password);

        // Assert
        Assert.Equal("/finance/admin", answer.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("admin"));
    }

    [Fact]
    public async Task SignIn_WithChineseNameInOtherSpelling_IsTheSamePerson()
    {
        // Arrange
        await county.AddPersonAsync("王芳a1", county.Finance, "Editor");
        using var browser = county.Browse(county.Finance);

        // Act
        var answer = await browser.SignInAsync("王芳Ａ１", County.Password);

        // Assert
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_WithWrongPassword_SaysTheSameAsForAnUnknownName()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = county.Browse(county.Finance);

        // Act
        var known = await Browser.ParseAsync(await browser.SignInAsync(person.Name, "Wrong-Password-1"));
        var unknown = await Browser.ParseAsync(await browser.SignInAsync("nobody." + person.Name, "Wrong-Password-1"));

        // Assert
        Assert.Equal(known.QuerySelector(".error-summary")?.TextContent, unknown.QuerySelector(".error-summary")?.TextContent);
        Assert.Contains("登录名或密码不正确", known.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SignIn_AfterFiveWrongTries_SaysUntilWhenTheNameIsLocked(bool exists)
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        var name = exists ? person.Name : "nobody." + person.Name;
        using var browser = county.Browse(county.Finance);
        for (var attempt = 0; attempt < SignInTries.Allowed; attempt++)
        {
            await browser.SignInAsync(name, "Wrong-Password-1");
        }

        // Act
        var answer = await Browser.ParseAsync(await browser.SignInAsync(name, County.Password));

        // Assert
        // The agency's clock is eight hours ahead of UTC, and the minute is rounded up.
        var until = county.Clock.GetUtcNow().AddHours(8).AddMinutes(SignInTries.LockMinutes + 1);
        Assert.Contains($"请在 {until:HH:mm} 之后再试", answer.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WhenTheLockIsOver_Works()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = county.Browse(county.Finance);
        for (var attempt = 0; attempt <= SignInTries.Allowed; attempt++)
        {
            await browser.SignInAsync(person.Name, "Wrong-Password-1");
        }
        county.Clock.Pass(TimeSpan.FromMinutes(SignInTries.LockMinutes));

        // Act
        var answer = await browser.SignInAsync(person.Name, County.Password);

        // Assert
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_ManyTriesAtOnce_LocksAfterTheAllowedNumber()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = county.Browse(county.Finance);
        await browser.GetAsync("account/sign-in");

        // Act
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => browser.SignInAsync(person.Name, "Wrong-Password-1")));
        var texts = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()));

        // Assert
        Assert.True(texts.Count(text => text.Contains("登录名或密码不正确", StringComparison.Ordinal)) <= SignInTries.Allowed);
    }

    [Fact]
    public async Task SignIn_WithLocalReturnAddress_GoesThere()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "SiteAdministrator");
        using var browser = county.Browse(county.Finance);

        // Act
        var answer = await browser.SignInAsync(person.Name, County.Password, "/finance/admin/roles");

        // Assert
        Assert.Equal("/finance/admin/roles", answer.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task SignIn_WithForeignReturnAddress_StaysHere(string address)
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = county.Browse(county.Finance);

        // Act
        var answer = await browser.SignInAsync(person.Name, County.Password, address);

        // Assert
        Assert.Equal("/finance/admin", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task SignIn_ForOneAgency_HoldsForTheNextOnTheSameHost()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        await county.AddPersonAsync(person.Name, county.Twin, "Editor");
        using var browser = await county.SignInAsync(person, county.Finance);

        // Act, Assert
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/twin/admin"));
    }

    [Fact]
    public async Task SignIn_SetsACookieThatScriptsCannotReadForTheWholeHost()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = county.Browse(county.Finance);

        // Act
        var answer = await browser.SignInAsync(person.Name, County.Password);

        // Assert
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), text => text.StartsWith("agencycms=", StringComparison.Ordinal));
        Assert.Contains("path=/;", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task SignIn_WithoutAntiforgeryToken_IsRefused()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = county.Browse(county.Finance);

        // Act
        var answer = await browser.PostAsync("account/sign-in", ("UserName", person.Name), ("Password", County.Password));

        // Assert
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_OfALockedAccount_IsRefused()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var chief = await county.SignInAsAsync(county.Office, "CountyAdministrator");
        await chief.SubmitAsync(await chief.ReadAsync($"admin/accounts/{person.Id}"), "/lock");
        using var browser = county.Browse(county.Finance);

        // Act
        var answer = await browser.SignInAsync(person.Name, County.Password);

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Session_LeftIdle_IsOver()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = await county.SignInAsync(person, county.Finance);

        // Act
        county.Clock.Pass(TimeSpan.FromHours(Session.IdleHours) + TimeSpan.FromMinutes(1));

        // Assert
        Assert.Equal(HttpStatusCode.Found, await browser.StatusAsync("admin"));
    }
}
