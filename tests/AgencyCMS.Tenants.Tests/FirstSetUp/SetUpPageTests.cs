using System.Net;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.FirstSetUp;
using AgencyCMS.Testing.Browsing;
using AgencyCMS.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Tenants.Tests.FirstSetUp;

public abstract class SetUpPageTests(DatabaseProvider provider) : IAsyncLifetime
{
    private const string Password = "Kite-Harbour-27";
    private TestHost<Program> _host = null!; // xunit starts it before the test

    public async Task InitializeAsync() => _host = await TestHost<Program>.StartAsync(provider);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task EmptyHost_SendsToThePage()
    {
        // Arrange
        using var client = _host.CreateClient();

        // Act
        using var answer = await client.GetAsync(new Uri("admin", UriKind.Relative));

        // Assert
        Assert.Equal("/setup", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task UnknownHost_LearnsNothingOfThePage()
    {
        // Arrange
        using var client = _host.CreateClient();

        // Act
        using var answer = await client.GetAsync(new Uri("http://stranger.example/setup"));

        // Assert
        Assert.Equal((HttpStatusCode.NotFound, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task WrongToken_SetsNothingUp()
    {
        // Act
        using var answer = await SendAsync(token: new string('0', 40));

        // Assert
        var page = await Browser.ParseAsync(answer);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("澄岚县政务公开办公室", page.QuerySelector("input[name=Title]")!.GetAttribute("value"));
        Assert.Equal("", page.QuerySelector("input[name=Password]")!.GetAttribute("value"));
        Assert.Null(_host.Services.GetRequiredService<TenantDirectory>().County);
    }

    [Fact]
    public async Task WeakPassword_LeavesNothingBehind()
    {
        // Act
        using var answer = await SendAsync(password: "password");

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Empty(_host.Services.GetRequiredService<TenantDirectory>().All);
    }

    [Fact]
    public async Task RightToken_OpensTheCountyToItsAdministrator()
    {
        // Act
        using var answer = await SendAsync();

        // Assert
        Assert.Equal((HttpStatusCode.SeeOther, "/account/sign-in"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        using var browser = new Browser(_host.CreateClient());
        using var signedIn = await browser.SignInAsync("wang.fang", Password);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("admin/tenants"));
    }

    [Fact]
    public async Task AfterTheSetUp_ThePageIsGone()
    {
        // Arrange
        using var done = await SendAsync();
        using var client = _host.CreateClient();

        // Act
        using var answer = await client.GetAsync(new Uri("setup", UriKind.Relative));

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task SetUp_SentSeveralTimesAtOnce_TellsTheOthersThatItIsDone()
    {
        // Act
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => SendAsync())));

        // Assert
        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
    }

    [Fact]
    public async Task PasswordThatNobodyCouldSignInWith_IsRefused()
    {
        // Act
        using var answer = await SendAsync(password: Password + '\uFFFE');

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Empty(_host.Services.GetRequiredService<TenantDirectory>().All);
    }

    [Theory]
    [InlineData("system")]
    [InlineData("Anonymous")]
    [InlineData("ｐｌａｔｆｏｒｍ")]
    public async Task NameOfThePlatformItself_IsRefused(string name)
    {
        // Act
        using var answer = await SendAsync(userName: name);

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(string? token = null, string password = Password, string userName = "wang.fang")
    {
        using var browser = new Browser(_host.CreateClient());
        return await browser.SubmitAsync(
            "setup",
            ("Token", token ?? _host.Services.GetRequiredService<SetUpToken>().Value), ("Title", "澄岚县政务公开办公室"), ("UserName", userName), ("Password", password), ("PasswordAgain", password));
    }
}

public sealed class SetUpPageOnSqliteTests() : SetUpPageTests(DatabaseProvider.Sqlite);

public sealed class SetUpPageOnPostgreSqlTests() : SetUpPageTests(DatabaseProvider.PostgreSql);
