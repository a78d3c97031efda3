using System.Net;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Storage;
using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Data.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Accounts.Tests.SignIn;

[Collection(OnSqlite.Name)]
public sealed class SignInAtOnceOnSqliteTests(SqliteCounty shared) : SignInAtOnceTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class SignInAtOnceOnPostgreSqlTests(PostgreSqlCounty shared) : SignInAtOnceTests(shared.County);

/// <summary>A button pressed twice sends two forms at the same moment.</summary>
public abstract class SignInAtOnceTests(County county)
{
    private const int Rounds = 12;
    private const int AtOnce = 4;

    [Fact]
    public async Task SignIn_SentSeveralTimesAtOnceWithTheRightPassword_SignsInEveryTime()
    {
        // Arrange
        var people = new List<Person>();
        for (var round = 0; round < Rounds; round++)
        {
            people.Add(await county.AddPersonAsync(county.Finance, "Editor"));
        }

        // Act
        var answers = new List<HttpStatusCode>();
        foreach (var person in people)
        {
            answers.AddRange(await AtOnceAsync(async () =>
            {
                using var browser = county.Browse(county.Finance);
                return (await browser.SignInAsync(person.Name, County.Password)).StatusCode;
            }));
        }

        // Assert
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Found, answer));
    }

    [Theory]
    [InlineData("password", false)]
    [InlineData("lock", false)]
    [InlineData("second-factor", false)]
    [InlineData("name", true)]
    public async Task SignIn_JudgedBeforeTheAccountWasChanged_OpensASessionOnlyIfItWouldBeJudgedTheSame(string change, bool isOpened)
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        await using var scope = county.Host.Scope(county.Office);
        var name = UserNames.Normalise(person.Name);
        var judged = await scope.ServiceProvider.GetRequiredService<CountyDb>().Set<Account>().SingleAsync(account => account.NormalisedName == name);
        await using (var other = county.Host.Scope(county.Office))
        {
            var db = other.ServiceProvider.GetRequiredService<CountyDb>();
            var account = await db.Set<Account>().SingleAsync(account => account.NormalisedName == name);
            switch (change)
            {
                case "password": account.PasswordHash += "x"; break;
                case "lock": account.IsEnabled = false; break;
                case "second-factor": account.AuthenticatorSecret = "x"; break;
                default: account.DisplayName = "王芳"; break;
            }
            account.Version++;
            await db.SaveChangesAsync();
        }

        // Act
        var session = await scope.ServiceProvider.GetRequiredService<SessionStore>().OpenAsync(judged, ClientTrace.Of("", null), CancellationToken.None);

        // Assert
        Assert.Equal(isOpened, session is not null);
        Assert.Equal(isOpened ? 1 : 0, await scope.ServiceProvider.GetRequiredService<CountyDb>().Set<Session>().CountAsync(row => row.AccountId == judged.Id));
    }

    [Fact]
    public async Task OwnName_SentSeveralTimesAtOnce_IsSaved()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = await county.SignInAsync(person, county.Finance);
        var page = await browser.ReadAsync("account");

        // Act
        var answers = await AtOnceAsync(async () => (await browser.SubmitAsync(page, "/account", ("DisplayName", "王芳"))).StatusCode);

        // Assert
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Found, answer));
        Assert.Equal("王芳", (await browser.ReadAsync("account")).QuerySelector("[name=DisplayName]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Password_ChangedSeveralTimesAtOnce_IsChanged()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = await county.SignInAsync(person, county.Finance);
        var page = await browser.ReadAsync("account/password");

        // Act
        var answers = await AtOnceAsync(async () => (await browser.SubmitAsync(
            page, "account/password", ("CurrentPassword", County.Password), ("NewPassword", "Lantern-Road-58"), ("RepeatedPassword", "Lantern-Road-58"))).StatusCode);

        // Assert
        Assert.Contains(HttpStatusCode.Found, answers);
        // Whoever comes when it is done is told that the old one is not the present one any more.
        Assert.All(answers, answer => Assert.Contains(answer, new[] { HttpStatusCode.Found, HttpStatusCode.UnprocessableEntity }));
        using var next = await county.SignInAsync(person, county.Finance, "Lantern-Road-58");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/reset")]
    [InlineData("/lock")]
    [InlineData("/unlock")]
    public async Task Account_ChangedSeveralTimesAtOnce_IsChanged(string change)
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var office = await county.SignInAsAsync(county.Office, "CountyAdministrator");
        var page = await office.ReadAsync($"admin/accounts/{person.Id}");
        var token = page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        // Act
        var answers = await AtOnceAsync(async () =>
            (await office.PostAsync($"admin/accounts/{person.Id}{change}", ("DisplayName", "李明"), ("__RequestVerificationToken", token))).StatusCode);

        // Assert
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Found, answer));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/removal")]
    public async Task Membership_SetOrRemovedSeveralTimesAtOnce_IsSoOnce(string change)
    {
        // Arrange
        var person = change.Length == 0 ? await county.AddPersonAsync() : await county.AddPersonAsync(county.Finance, "Editor");
        using var office = await county.SignInAsAsync(county.Office, "CountyAdministrator");
        var page = await office.ReadAsync($"admin/accounts/{person.Id}/memberships/finance");
        var token = page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var site = page.QuerySelector("[name=Site]")!.GetAttribute("value")!;

        // Act
        var answers = await AtOnceAsync(async () =>
            (await office.PostAsync($"admin/accounts/{person.Id}/memberships/finance{change}", ("Roles", "Editor"), ("Site", site), ("__RequestVerificationToken", token))).StatusCode);

        // Assert
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Found, answer));
        var isMember = (await office.ReadAsync($"admin/accounts/{person.Id}/memberships/finance")).QuerySelector("[formaction$='/removal'], form[action$='/removal']") is not null;
        Assert.Equal(change.Length == 0, isMember);
    }

    private static async Task<T[]> AtOnceAsync<T>(Func<Task<T>> send) => await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(send)));
}
