using System.Net;
using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;
using AngleSharp.Dom;

namespace AgencyCMS.Accounts.Tests.ChangePassword;

[Collection(OnSqlite.Name)]
public sealed class ChangePasswordOnSqliteTests(SqliteCounty shared) : ChangePasswordTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class ChangePasswordOnPostgreSqlTests(PostgreSqlCounty shared) : ChangePasswordTests(shared.County);

public abstract class ChangePasswordTests(County county)
{
    private const string NewPassword = "Lantern-Road-58";

    [Theory]
    [InlineData("admin")]
    [InlineData("account")]
    [InlineData("account/second-factor")]
    [InlineData("account/sessions")]
    public async Task Password_GivenByTheCounty_ServesOnlyToChooseAnother(string path)
    {
        // Arrange
        var (person, given) = await ResetAsync();
        using var browser = await county.SignInAsync(person, county.Finance, given);

        // Act
        var answer = await browser.GetAsync(path);

        // Assert
        Assert.Equal("/finance/account/password", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Password_GivenByTheCountyAndReplaced_OpensTheAdministration()
    {
        // Arrange
        var (person, given) = await ResetAsync();
        using var browser = await county.SignInAsync(person, county.Finance, given);

        // Act
        await ChangeAsync(browser, given, NewPassword, NewPassword);

        // Assert
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("admin"));
    }

    [Fact]
    public async Task Password_Changed_EndsTheOtherSessions()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var here = await county.SignInAsync(person, county.Finance);
        using var elsewhere = await county.SignInAsync(person, county.Finance);

        // Act
        await ChangeAsync(here, County.Password, NewPassword, NewPassword);

        // Assert
        Assert.Equal(HttpStatusCode.OK, await here.StatusAsync("admin"));
        Assert.Equal(HttpStatusCode.Found, await elsewhere.StatusAsync("admin"));
    }

    [Theory]
    [InlineData("Short-1", "密码长度应为 10 至 128 个字符")]
    [InlineData("onlylowercase", "密码须包含以下至少三类")]
    [InlineData("1qaz2wsx3EDC!", "过于常见")]
    public async Task Password_AgainstTheRules_IsRefusedWithTheReason(string wish, string reason)
    {
        // Arrange
        using var browser = await county.SignInAsAsync(county.Finance, "Editor");

        // Act
        var answer = await ChangeAsync(browser, County.Password, wish, wish);

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(reason, (await Browser.ParseAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_WithEverythingWrong_TellsAllReasonsAtOnce()
    {
        // Arrange
        using var browser = await county.SignInAsAsync(county.Finance, "Editor");

        // Act
        var answer = await Browser.ParseAsync(await ChangeAsync(browser, County.Password, "lantern", "other"));

        // Assert
        Assert.Equal(3, answer.QuerySelectorAll(".error-summary li").Length);
    }

    [Fact]
    public async Task Password_WithWrongPresentOne_IsRefused()
    {
        // Arrange
        using var browser = await county.SignInAsAsync(county.Finance, "Editor");

        // Act
        var answer = await ChangeAsync(browser, "Not-My-Password-1", NewPassword, NewPassword);

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Password_TypedInAForm_IsNotSentBackWithIt()
    {
        // Arrange
        using var browser = await county.SignInAsAsync(county.Finance, "Editor");

        // Act
        var answer = await ChangeAsync(browser, County.Password, "Short-1", "Short-1");

        // Assert
        Assert.DoesNotContain(County.Password, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> ChangeAsync(Browser browser, string current, string wish, string repeated) => browser.SubmitAsync(
        "account/password", ("CurrentPassword", current), ("NewPassword", wish), ("RepeatedPassword", repeated));

    private async Task<(Person Person, string Password)> ResetAsync()
    {
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var chief = await county.SignInAsAsync(county.Office, "CountyAdministrator");
        await chief.SubmitAsync(await chief.ReadAsync($"admin/accounts/{person.Id}"), "/reset");
        var page = await chief.ReadAsync($"admin/accounts/{person.Id}");
        return (person, page.QuerySelector(".one-time-password")!.Text());
    }
}
