using System.Net;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Data.Stores;

namespace AgencyCMS.Accounts.Tests.SignIn;

public sealed class SignInOnSqliteTests() : SignInTests(DatabaseProvider.Sqlite);

public sealed class SignInOnPostgreSqlTests() : SignInTests(DatabaseProvider.PostgreSql);

public abstract class SignInTests(DatabaseProvider provider) : IAsyncLifetime
{
    private County _county = null!; // xunit initialises before each test

    public async Task InitializeAsync() => _county = await County.StartAsync(provider);

    public async Task DisposeAsync() => await _county.DisposeAsync();

    [Fact]
    public async Task SignIn_WithRightPassword_LeadsToTheAdministration()
    {
        await _county.AddPersonAsync("li.ming", _county.Finance, "Editor");
        using var browser = _county.Browse(_county.Finance);

        var answer = await browser.SignInAsync("li.ming", County.Password);

        Assert.Equal("/finance/admin", answer.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("admin"));
    }

    [Fact]
    public async Task SignIn_WithChineseNameInOtherSpelling_IsTheSamePerson()
    {
        await _county.AddPersonAsync("王芳a1", _county.Finance, "Editor");
        using var browser = _county.Browse(_county.Finance);

        var answer = await browser.SignInAsync("王芳Ａ１", County.Password);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_WithWrongPassword_SaysTheSameAsForAnUnknownName()
    {
        await _county.AddPersonAsync("li.ming", _county.Finance, "Editor");
        using var browser = _county.Browse(_county.Finance);

        var known = await Browser.ParseAsync(await browser.SignInAsync("li.ming", "Wrong-Password-1"));
        var unknown = await Browser.ParseAsync(await browser.SignInAsync("nobody", "Wrong-Password-1"));

        Assert.Equal(known.QuerySelector(".error-summary")?.TextContent, unknown.QuerySelector(".error-summary")?.TextContent);
        Assert.Contains("登录名或密码不正确", known.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("li.ming")]
    [InlineData("nobody")]
    public async Task SignIn_AfterFiveWrongTries_SaysUntilWhenTheNameIsLocked(string name)
    {
        await _county.AddPersonAsync("li.ming", _county.Finance, "Editor");
        using var browser = _county.Browse(_county.Finance);
        for (var attempt = 0; attempt < SignInAttempts.Allowed; attempt++)
        {
            await browser.SignInAsync(name, "Wrong-Password-1");
        }

        var answer = await Browser.ParseAsync(await browser.SignInAsync(name, County.Password));

        // 01:00 UTC is 09:00 in the agency's zone; a quarter of an hour later, rounded up.
        Assert.Contains("请在 09:16 之后再试", answer.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WhenTheLockIsOver_Works()
    {
        await _county.AddPersonAsync("li.ming", _county.Finance, "Editor");
        using var browser = _county.Browse(_county.Finance);
        for (var attempt = 0; attempt <= SignInAttempts.Allowed; attempt++)
        {
            await browser.SignInAsync("li.ming", "Wrong-Password-1");
        }
        _county.Clock.Pass(TimeSpan.FromMinutes(SignInAttempts.LockMinutes));

        var answer = await browser.SignInAsync("li.ming", County.Password);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_ManyTriesAtOnce_LocksAfterTheAllowedNumber()
    {
        await _county.AddPersonAsync("li.ming", _county.Finance, "Editor");
        using var browser = _county.Browse(_county.Finance);
        await browser.GetAsync("account/sign-in");

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => browser.SignInAsync("li.ming", "Wrong-Password-1")));
        var texts = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()));

        Assert.True(texts.Count(text => text.Contains("登录名或密码不正确", StringComparison.Ordinal)) <= SignInAttempts.Allowed);
    }

    [Fact]
    public async Task SignIn_WithLocalReturnAddress_GoesThere()
    {
        await _county.AddPersonAsync("li.ming", _county.Finance, "SiteAdministrator");
        using var browser = _county.Browse(_county.Finance);

        var answer = await browser.SignInAsync("li.ming", County.Password, "/finance/admin/roles");

        Assert.Equal("/finance/admin/roles", answer.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task SignIn_WithForeignReturnAddress_StaysHere(string address)
    {
        await _county.AddPersonAsync("li.ming", _county.Finance, "Editor");
        using var browser = _county.Browse(_county.Finance);

        var answer = await browser.SignInAsync("li.ming", County.Password, address);

        Assert.Equal("/finance/admin", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task SignIn_ForOneAgency_HoldsForTheNextOnTheSameHost()
    {
        await _county.AddPersonAsync("li.ming", _county.Finance, "Editor");
        await _county.AddPersonAsync("li.ming", _county.Twin, "Editor");
        using var browser = await _county.SignInAsync("li.ming", _county.Finance);

        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/twin/admin"));
    }

    [Fact]
    public async Task SignIn_SetsACookieThatScriptsCannotReadForTheWholeHost()
    {
        await _county.AddPersonAsync("li.ming", _county.Finance, "Editor");
        using var browser = _county.Browse(_county.Finance);

        var answer = await browser.SignInAsync("li.ming", County.Password);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), text => text.StartsWith("agencycms=", StringComparison.Ordinal));
        Assert.Contains("path=/;", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task SignIn_WithoutAntiforgeryToken_IsRefused()
    {
        await _county.AddPersonAsync("li.ming", _county.Finance, "Editor");
        using var browser = _county.Browse(_county.Finance);

        var answer = await browser.PostAsync("account/sign-in", ("UserName", "li.ming"), ("Password", County.Password));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_OfALockedAccount_IsRefused()
    {
        var id = await _county.AddPersonAsync("li.ming", _county.Finance, "Editor");
        await _county.AddPersonAsync("chief", _county.Office, "CountyAdministrator");
        using var chief = await _county.SignInAsync("chief");
        await chief.SubmitAsync(await chief.ReadAsync($"admin/accounts/{id}"), "/lock");
        using var browser = _county.Browse(_county.Finance);

        var answer = await browser.SignInAsync("li.ming", County.Password);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task SignOut_EndsTheSessionOnEveryDeviceThatHoldsItsCookie()
    {
        await _county.AddPersonAsync("li.ming", _county.Finance, "Editor");
        using var browser = _county.Browse(_county.Finance);
        var signedIn = await browser.SignInAsync("li.ming", County.Password);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(text => text.StartsWith("agencycms=", StringComparison.Ordinal)).Split(';')[0];
        using var thief = _county.Browse(_county.Finance);

        await browser.SubmitAsync(await browser.ReadAsync("admin"), "account/sign-out");
        using var request = new HttpRequestMessage(HttpMethod.Get, "admin") { Headers = { { "Cookie", cookie } } };
        var answer = await thief.SendAsync(request);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [Fact]
    public async Task Session_LeftIdle_IsOver()
    {
        await _county.AddPersonAsync("li.ming", _county.Finance, "Editor");
        using var browser = await _county.SignInAsync("li.ming", _county.Finance);

        _county.Clock.Pass(TimeSpan.FromHours(Session.IdleHours) + TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.Found, await browser.StatusAsync("admin"));
    }
}
