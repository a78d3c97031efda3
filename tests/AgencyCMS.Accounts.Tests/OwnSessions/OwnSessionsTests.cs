using System.Net;
using AgencyCMS.Accounts.Tests.Fixtures;

namespace AgencyCMS.Accounts.Tests.OwnSessions;

[Collection(OnSqlite.Name)]
public sealed class OwnSessionsOnSqliteTests(SqliteCounty shared) : OwnSessionsTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class OwnSessionsOnPostgreSqlTests(PostgreSqlCounty shared) : OwnSessionsTests(shared.County);

public abstract class OwnSessionsTests(County county)
{
    [Fact]
    public async Task Sessions_OfAPerson_AreListed()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var here = await county.SignInAsync(person, county.Finance);
        using var elsewhere = await county.SignInAsync(person, county.Finance);

        // Act
        var page = await here.ReadAsync("account/sessions");

        // Assert
        Assert.Equal(2, page.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task Session_EndedByThePerson_IsOverWithTheNextRequest()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var elsewhere = await county.SignInAsync(person, county.Finance);
        using var here = await county.SignInAsync(person, county.Finance);

        // Act
        await here.SubmitAsync(await here.ReadAsync("account/sessions"), "/revocation");

        // Assert
        Assert.Equal(HttpStatusCode.Found, await elsewhere.StatusAsync("admin"));
        Assert.Equal(HttpStatusCode.OK, await here.StatusAsync("admin"));
    }

    [Fact]
    public async Task Session_OfSomebodyElse_CannotBeEnded()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var victim = await county.SignInAsync(person, county.Finance);
        using var second = await county.SignInAsync(person, county.Finance);
        var action = (await victim.ReadAsync("account/sessions")).QuerySelector("tbody form")!.GetAttribute("action")!;
        using var other = await county.SignInAsAsync(county.Finance, "Editor");
        var token = (await other.ReadAsync("account/password")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        // Act
        await other.PostAsync(action, ("__RequestVerificationToken", token));

        // Assert
        Assert.Equal(HttpStatusCode.OK, await second.StatusAsync("admin"));
    }

    [Fact]
    public async Task Form_SentAfterTheSessionEnded_SaysThatNothingIsLost()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = await county.SignInAsync(person, county.Finance);
        var form = await browser.ReadAsync("account");
        using var elsewhere = await county.SignInAsync(person, county.Finance);
        await elsewhere.SubmitAsync(await elsewhere.ReadAsync("account/sessions"), "others/revocation");

        // Act
        var answer = await browser.SubmitAsync(form, null, ("DisplayName", "王芳"));

        // Assert
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("已填写的内容和已选择的文件都不会丢失", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
