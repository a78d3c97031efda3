using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Data.Stores;
using AgencyCMS.Testing.Browsing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Accounts.Tests.ManageSecondFactor;

[Collection(OnSqlite.Name)]
public sealed class ManageSecondFactorOnSqliteTests(SqliteCounty shared) : ManageSecondFactorTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class ManageSecondFactorOnPostgreSqlTests(PostgreSqlCounty shared) : ManageSecondFactorTests(shared.County);

public abstract class ManageSecondFactorTests(County county)
{
    [Fact]
    public async Task SecondFactor_SetUp_GivesTenRecoveryCodes()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");

        // Act
        var (_, codes) = await county.EnrolAsync(person);

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
        Assert.Equal(Enrolment.KeyOf(page), Enrolment.KeyOf(answer));
    }

    [Fact]
    public async Task SecondFactor_InTheStore_IsNotReadable()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        var (secret, codes) = await county.EnrolAsync(person);
        await using var db = county.Host.Services.GetRequiredService<StoreSessions>().OpenCounty();

        // Act
        var account = await db.Set<Account>().SingleAsync(account => account.Id == person.Id);
        var hashes = await db.Set<RecoveryCode>().Where(code => code.AccountId == person.Id).Select(code => code.Hash).ToListAsync();

        // Assert
        Assert.DoesNotContain(secret, account.AuthenticatorSecret, StringComparison.Ordinal);
        Assert.Empty(hashes.Intersect(codes));
    }

    [Fact]
    public async Task SecondFactor_RemovedByThePerson_IsNotAskedForAnyMore()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        await county.EnrolAsync(person);
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
        var browser = await county.HalfwayAsync(person);
        await browser.SubmitAsync("account/second-step", ("Code", OneTimeCode.Now(secret, county.Clock.GetUtcNow())));
        return browser;
    }
}
