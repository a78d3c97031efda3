using System.Net;
using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;

namespace AgencyCMS.Accounts.Tests.CreateAccount;

[Collection(OnSqlite.Name)]
public sealed class CreateAccountOnSqliteTests(SqliteCounty shared) : CreateAccountTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class CreateAccountOnPostgreSqlTests(PostgreSqlCounty shared) : CreateAccountTests(shared.County);

public abstract class CreateAccountTests(County county)
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

    [Fact]
    public async Task Account_WithANameThatIsReadBackwards_IsRefusedWithWhatWasTyped()
    {
        // Arrange
        using var chief = await ChiefAsync();

        // Act
        var answer = await chief.SubmitAsync("admin/accounts/new", ("UserName", "backwards"), ("DisplayName", "王\u202E三"));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("backwards", (await Browser.ParseAsync(answer)).QuerySelector("[name=UserName]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Account_MadeByManyAtTheSameInstant_IsTakenForAllButOne()
    {
        // Arrange
        var chiefs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ChiefAsync()));
        var pages = await Task.WhenAll(chiefs.Select(chief => chief.ReadAsync("admin/accounts/new")));

        // Act
        var answers = await Task.WhenAll(chiefs.Zip(pages, (chief, page) => chief.SubmitAsync(page, "/admin/accounts/new", ("UserName", "rushed"), ("DisplayName", "抢先"))));

        // Assert
        Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity));
        Assert.Single(answers, answer => (int)answer.StatusCode < 400);
        Array.ForEach(chiefs, chief => chief.Dispose());
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

    private Task<Browser> ChiefAsync() => county.SignInAsAsync(county.Office, "CountyAdministrator");
}
