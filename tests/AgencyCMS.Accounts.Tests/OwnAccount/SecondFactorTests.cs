using System.Net;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Data.Stores;
using AgencyCMS.Testing.Browsing;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Accounts.Tests.OwnAccount;

[Collection(OnSqlite.Name)]
public sealed class SecondFactorOnSqliteTests(SqliteCounty shared) : SecondFactorTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class SecondFactorOnPostgreSqlTests(PostgreSqlCounty shared) : SecondFactorTests(shared.County);

public abstract class SecondFactorTests(County county)
{
    [Fact]
    public async Task SecondFactor_SetUp_GivesTenRecoveryCodes()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");

        // Act
        var (_, codes) = await EnrolAsync(person);

        // Assert
        Assert.Equal(10, codes.Count);
    }

    [Fact]
    public async Task SecondFactor_SetUpWithWrongCode_StaysOffAndKeepsTheKey()
    {
        // Arrange
        using var browser = await county.SignInAsAsync(county.Finance, "Editor");
        var page = await browser.ReadAsync("account/second-factor");

        // Act
        var answer = await Browser.ParseAsync(await browser.SubmitAsync(page, null, ("Code", "000000"), ("Password", County.Password)));

        // Assert
        Assert.Equal(KeyOf(page), KeyOf(answer));
    }

    [Fact]
    public async Task SecondFactor_On_PasswordAloneOpensNothing()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        await EnrolAsync(person);
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
        var (secret, _) = await EnrolAsync(person);
        county.Clock.Pass(TimeSpan.FromMinutes(1));
        using var browser = await HalfwayAsync(person);

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
        var (secret, _) = await EnrolAsync(person);
        county.Clock.Pass(TimeSpan.FromMinutes(1));
        var code = OneTimeCode.Now(secret, county.Clock.GetUtcNow());
        using var first = await HalfwayAsync(person);
        using var second = await HalfwayAsync(person);
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
        var (_, codes) = await EnrolAsync(person);
        using var first = await HalfwayAsync(person);
        using var second = await HalfwayAsync(person);

        // Act
        var accepted = await first.SubmitAsync("account/second-step", ("Code", codes[0]));
        var refused = await second.SubmitAsync("account/second-step", ("Code", codes[0]));

        // Assert
        Assert.Equal(HttpStatusCode.Found, accepted.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task SecondFactor_WrongCodes_LockTheName()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        await EnrolAsync(person);
        using var browser = await HalfwayAsync(person);
        for (var attempt = 0; attempt < SignInAttempts.Allowed; attempt++)
        {
            await browser.SubmitAsync("account/second-step", ("Code", "000000"));
        }

        // Act
        var answer = await Browser.ParseAsync(await browser.SubmitAsync("account/second-step", ("Code", "000000")));

        // Assert
        Assert.Contains("错误次数过多", answer.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondFactor_InTheStore_IsNotReadable()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        var (secret, codes) = await EnrolAsync(person);
        await using var db = county.Host.Services.GetRequiredService<StoreSessions>().OpenCounty();

        // Act
        var account = await db.Set<Account>().SingleAsync(account => account.Id == person.Id);
        var hashes = await db.Set<RecoveryCode>().Where(code => code.AccountId == person.Id).Select(code => code.Hash).ToListAsync();

        // Assert
        Assert.DoesNotContain(secret, account.AuthenticatorSecret, StringComparison.Ordinal);
        Assert.Empty(hashes.Intersect(codes));
    }

    [Fact]
    public async Task SecondFactor_LostWithItsCodes_IsRemovedByTheCounty()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        await EnrolAsync(person);
        using var chief = await county.SignInAsAsync(county.Office, "CountyAdministrator");
        var address = $"admin/accounts/{person.Id}";
        await chief.SubmitAsync(await chief.ReadAsync(address), "/reset", ("withSecondFactor", "true"));
        var given = (await chief.ReadAsync(address)).QuerySelector(".one-time-password")!.Text();
        using var browser = county.Browse(county.Finance);

        // Act
        var answer = await browser.SignInAsync(person.Name, given);

        // Assert
        Assert.StartsWith("/finance/account/password", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondFactor_RemovedByThePerson_IsNotAskedForAnyMore()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        await EnrolAsync(person);
        county.Clock.Pass(TimeSpan.FromMinutes(1));
        using var browser = await SignedInWithRecoveryCodeAsync(person);

        // Act
        await browser.SubmitAsync(await browser.ReadAsync("account/second-factor"), "/removal", ("Password", County.Password));
        using var next = county.Browse(county.Finance);

        // Assert
        Assert.Equal("/finance/admin", (await next.SignInAsync(person.Name, County.Password)).Headers.Location?.ToString());
    }

    private async Task<Browser> SignedInWithRecoveryCodeAsync(Person person)
    {
        await using var db = county.Host.Services.GetRequiredService<StoreSessions>().OpenCounty();
        var account = await db.Set<Account>().SingleAsync(account => account.Id == person.Id);
        var secret = county.Host.Services.GetRequiredService<AuthenticatorSecrets>().Unprotect(person.Id, account.AuthenticatorSecret!);
        var browser = await HalfwayAsync(person);
        await browser.SubmitAsync("account/second-step", ("Code", OneTimeCode.Now(secret, county.Clock.GetUtcNow())));
        return browser;
    }

    private async Task<(string Secret, IReadOnlyList<string> Codes)> EnrolAsync(Person person)
    {
        using var browser = await county.SignInAsync(person, county.Finance);
        var page = await browser.ReadAsync("account/second-factor");
        var secret = KeyOf(page);
        var answer = await browser.SubmitAsync(page, null, ("Code", OneTimeCode.Now(secret, county.Clock.GetUtcNow())), ("Password", County.Password));
        var codes = (await Browser.ParseAsync(answer)).QuerySelectorAll(".recovery-codes code").Select(code => code.TextContent);
        return (secret, [.. codes]);
    }

    private async Task<Browser> HalfwayAsync(Person person)
    {
        var browser = county.Browse(county.Finance);
        await browser.SignInAsync(person.Name, County.Password);
        return browser;
    }

    private static string KeyOf(IDocument page) => page.QuerySelector("dl code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
}
