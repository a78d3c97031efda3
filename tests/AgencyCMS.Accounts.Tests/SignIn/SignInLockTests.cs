using System.Net;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Data.Stores;
using AgencyCMS.Testing.Browsing;
using AgencyCMS.Testing.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Accounts.Tests.SignIn;

[Collection(OnSqlite.Name)]
public sealed class SignInLockOnSqliteTests(SqliteCounty shared) : SignInLockTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class SignInLockOnPostgreSqlTests(PostgreSqlCounty shared) : SignInLockTests(shared.County);

/// <summary>Wrong tries stop who makes them, and nobody else.</summary>
public abstract class SignInLockTests(County county)
{
    private const string Wrong = "Wrong-Password-1";

    [Fact]
    public async Task SignIn_AfterWrongTriesFromAnotherNetwork_Works()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var stranger = BrowseFrom("203.0.113.9");
        await TryAsync(stranger, person.Name, SignInTries.Allowed + 1);
        using var owner = BrowseFrom("198.51.100.4");

        // Act
        var answer = await owner.SignInAsync(person.Name, County.Password);

        // Assert
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_AfterWrongTriesFromTheSameNetwork_IsRefused()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var stranger = BrowseFrom("203.0.113.9");
        await TryAsync(stranger, person.Name, SignInTries.Allowed);
        using var beside = BrowseFrom("203.0.113.77");

        // Act
        var answer = await beside.SignInAsync(person.Name, County.Password);

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_WithAKnownDevice_WorksWhereOthersAreLocked()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var owner = BrowseFrom("203.0.113.9");
        await owner.SignInAsync(person.Name, County.Password);
        await owner.SubmitAsync(await owner.ReadAsync("admin"), "/account/sign-out");
        using var colleague = BrowseFrom("203.0.113.10");
        await TryAsync(colleague, person.Name, SignInTries.Allowed + 1);

        // Act
        var answer = await owner.SignInAsync(person.Name, County.Password);

        // Assert
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_WithTheDeviceOfSomebodyElse_IsLockedAsAnyOther()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        var other = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = BrowseFrom("203.0.113.9");
        await browser.SignInAsync(other.Name, County.Password);
        await browser.SubmitAsync(await browser.ReadAsync("admin"), "/account/sign-out");
        await TryAsync(browser, person.Name, SignInTries.Allowed);

        // Act
        var answer = await browser.SignInAsync(person.Name, County.Password);

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_TriedFromMoreNetworksThanAnybodyHas_IsRefusedFromTheNext()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        for (var network = 0; network < SignInTries.AllowedFromNetworks / SignInTries.Allowed; network++)
        {
            using var stranger = BrowseFrom($"203.0.{network}.9");
            await TryAsync(stranger, person.Name, SignInTries.Allowed);
        }
        using var next = BrowseFrom("198.51.100.4");

        // Act
        var answer = await next.SignInAsync(person.Name, County.Password);

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Password_OfALockedOwnerWhoIsSignedIn_CanBeChanged()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var owner = BrowseFrom("203.0.113.9");
        await owner.SignInAsync(person.Name, County.Password);
        using var stranger = BrowseFrom("203.0.113.9");
        await TryAsync(stranger, person.Name, SignInTries.Allowed + 1);

        // Act
        var answer = await owner.SubmitAsync("account/password", ("CurrentPassword", County.Password), ("NewPassword", "Lantern-Road-58"), ("RepeatedPassword", "Lantern-Road-58"));

        // Assert
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [Fact]
    public async Task Password_AskedForAgainInASession_IsLockedByThatSessionsWrongTries()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var thief = BrowseFrom("203.0.113.9");
        await thief.SignInAsync(person.Name, County.Password);
        for (var attempt = 0; attempt < SignInTries.Allowed; attempt++)
        {
            await thief.SubmitAsync("account/password", ("CurrentPassword", Wrong), ("NewPassword", "Lantern-Road-58"), ("RepeatedPassword", "Lantern-Road-58"));
        }

        // Act
        var answer = await thief.SubmitAsync("account/password", ("CurrentPassword", County.Password), ("NewPassword", "Lantern-Road-58"), ("RepeatedPassword", "Lantern-Road-58"));

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_PostsWithoutAPassword_AreNotCounted()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = BrowseFrom("203.0.113.9");
        for (var attempt = 0; attempt <= SignInTries.Allowed; attempt++)
        {
            await browser.SubmitAsync("account/sign-in", ("UserName", person.Name), ("Password", ""));
        }

        // Act
        var answer = await browser.SignInAsync(person.Name, County.Password);

        // Assert
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(60_000)]
    public async Task SignIn_WithANameNoAccountCanHave_LeavesNothingBehind(int characters)
    {
        // Arrange
        var name = string.Concat(Enumerable.Repeat("名", characters));
        using var browser = BrowseFrom("203.0.113.9");

        // Act
        await browser.SignInAsync(name, Wrong);

        // Assert
        await using var db = county.Host.Services.GetRequiredService<StoreSessions>().OpenCounty();
        Assert.False(await db.Set<SignInTries>().AnyAsync(row => row.Name.Length > 100));
    }

    private Browser BrowseFrom(string address)
    {
        var browser = county.Browse(county.Finance);
        browser.Client.DefaultRequestHeaders.Add(PretendedAddresses.Header, address);
        return browser;
    }

    private static async Task TryAsync(Browser browser, string name, int times)
    {
        for (var attempt = 0; attempt < times; attempt++)
        {
            await browser.SignInAsync(name, Wrong);
        }
    }
}
