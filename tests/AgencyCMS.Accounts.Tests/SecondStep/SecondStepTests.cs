using System.Net;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;

namespace AgencyCMS.Accounts.Tests.SecondStep;

[Collection(OnSqlite.Name)]
public sealed class SecondStepOnSqliteTests(SqliteCounty shared) : SecondStepTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class SecondStepOnPostgreSqlTests(PostgreSqlCounty shared) : SecondStepTests(shared.County);

public abstract class SecondStepTests(County county)
{
    [Fact]
    public async Task SecondFactor_On_PasswordAloneOpensNothing()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        await county.EnrolAsync(person);
        using var browser = county.Browse(county.Finance);

        // Act
        var answer = await browser.SignInAsync(person.Name, County.Password);

        // Assert
        Assert.StartsWith("/finance/account/second-step", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, await browser.StatusAsync("admin"));
    }

    [Fact]
    public async Task SecondFactor_WithTheCodeOfTheApp_SignsIn()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        var (secret, _) = await county.EnrolAsync(person);
        county.Clock.Pass(TimeSpan.FromMinutes(1));
        using var browser = await county.HalfwayAsync(person);

        // Act
        var answer = await browser.SubmitAsync("account/second-step", ("Code", OneTimeCode.Now(secret, county.Clock.GetUtcNow())));

        // Assert
        Assert.Equal("/finance/admin", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task SecondFactor_WithACodeThatWasUsed_IsRefused()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        var (secret, _) = await county.EnrolAsync(person);
        county.Clock.Pass(TimeSpan.FromMinutes(1));
        var code = OneTimeCode.Now(secret, county.Clock.GetUtcNow());
        using var first = await county.HalfwayAsync(person);
        using var second = await county.HalfwayAsync(person);
        await first.SubmitAsync("account/second-step", ("Code", code));

        // Act
        var answer = await second.SubmitAsync("account/second-step", ("Code", code));

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task SecondFactor_WithARecoveryCode_SignsInOnce()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        var (_, codes) = await county.EnrolAsync(person);
        using var first = await county.HalfwayAsync(person);
        using var second = await county.HalfwayAsync(person);

        // Act
        var accepted = await first.SubmitAsync("account/second-step", ("Code", codes[0]));
        var refused = await second.SubmitAsync("account/second-step", ("Code", codes[0]));

        // Assert
        Assert.Equal(HttpStatusCode.Found, accepted.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory]
    [InlineData("/reset")]
    [InlineData("/lock")]
    public async Task SecondStep_AfterTheCountyChangedTheAccount_OpensNothing(string change)
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        var (_, codes) = await county.EnrolAsync(person);
        using var halfway = await county.HalfwayAsync(person);
        using var office = await county.SignInAsAsync(county.Office, "CountyAdministrator");
        await office.SubmitAsync(await office.ReadAsync($"admin/accounts/{person.Id}"), change);
        if (change == "/lock")
        {
            await office.SubmitAsync(await office.ReadAsync($"admin/accounts/{person.Id}"), "/opening");
        }

        // Act
        var answer = await halfway.SubmitAsync("account/second-step", ("Code", codes[0]));

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Found, await halfway.StatusAsync("admin"));
    }

    [Fact]
    public async Task SecondStep_AfterTheOwnerChangedThePassword_OpensNothing()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        var (_, codes) = await county.EnrolAsync(person);
        using var owner = await county.HalfwayAsync(person);
        await owner.SubmitAsync("account/second-step", ("Code", codes[1]));
        using var thief = await county.HalfwayAsync(person);
        await owner.SubmitAsync("account/password", ("CurrentPassword", County.Password), ("NewPassword", "Lantern-Road-58"), ("RepeatedPassword", "Lantern-Road-58"));

        // Act
        var answer = await thief.SubmitAsync("account/second-step", ("Code", codes[0]));

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task SecondStep_AfterTheOwnerEndedAllOtherSessions_OpensNothing()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        var (_, codes) = await county.EnrolAsync(person);
        using var owner = await county.HalfwayAsync(person);
        await owner.SubmitAsync("account/second-step", ("Code", codes[1]));
        using var second = await county.HalfwayAsync(person);
        await second.SubmitAsync("account/second-step", ("Code", codes[2]));
        using var thief = await county.HalfwayAsync(person);
        await owner.SubmitAsync(await owner.ReadAsync("account/sessions"), "/others/revocation");

        // Act
        var answer = await thief.SubmitAsync("account/second-step", ("Code", codes[0]));

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task SecondFactor_WrongCodes_LockTheName()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        await county.EnrolAsync(person);
        using var browser = await county.HalfwayAsync(person);
        for (var attempt = 0; attempt < SignInTries.Allowed; attempt++)
        {
            await browser.SubmitAsync("account/second-step", ("Code", "000000"));
        }

        // Act
        var answer = await Browser.ParseAsync(await browser.SubmitAsync("account/second-step", ("Code", "000000")));

        // Assert
        Assert.Contains("错误次数过多", answer.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondStep_WithoutTheFirst_LeadsToTheSignIn()
    {
        // Arrange
        using var browser = county.Browse(county.Finance);

        // Act
        var answer = await browser.GetAsync("account/second-step");

        // Assert
        Assert.StartsWith("/finance/account/sign-in", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
    }
}
