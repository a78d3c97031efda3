using AgencyCMS.Accounts.Tests.Fixtures;

namespace AgencyCMS.Accounts.Tests.AskSession;

[Collection(OnSqlite.Name)]
public sealed class AskSessionOnSqliteTests(SqliteCounty shared) : AskSessionTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class AskSessionOnPostgreSqlTests(PostgreSqlCounty shared) : AskSessionTests(shared.County);

public abstract class AskSessionTests(County county)
{
    [Fact]
    public async Task Session_ThatHolds_IsToldWithATokenForForms()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = await county.SignInAsync(person, county.Finance);

        // Act
        var state = await browser.TextAsync("account/session");

        // Assert
        Assert.StartsWith($$"""{"signedIn":true,"user":"{{person.Id}}","formToken":"CfDJ""", state, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_ThatWasEndedElsewhere_IsToldWithoutAToken()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var here = await county.SignInAsync(person, county.Finance);
        using var elsewhere = await county.SignInAsync(person, county.Finance);
        var sessions = await here.ReadAsync("account/sessions");
        var answer = await here.SubmitAsync(sessions, null);
        Assert.True((int)answer.StatusCode < 400);

        // Act
        var states = new[] { await here.TextAsync("account/session"), await elsewhere.TextAsync("account/session") };

        // Assert
        Assert.Contains("""{"signedIn":false}""", states);
    }
}
