using System.Net;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;
using AngleSharp.Dom;

namespace AgencyCMS.Accounts.Tests.EditAccount;

[Collection(OnSqlite.Name)]
public sealed class EditAccountOnSqliteTests(SqliteCounty shared) : EditAccountTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class EditAccountOnPostgreSqlTests(PostgreSqlCounty shared) : EditAccountTests(shared.County);

public abstract class EditAccountTests(County county)
{
    [Fact]
    public async Task Account_LockedByTheCounty_IsSignedOutEverywhere()
    {
        // Arrange
        using var chief = await ChiefAsync();
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = await county.SignInAsync(person, county.Finance);

        // Act
        await chief.SubmitAsync(await chief.ReadAsync($"admin/accounts/{person.Id}"), "/lock");

        // Assert
        Assert.Equal(HttpStatusCode.Found, await browser.StatusAsync("admin"));
    }

    [Fact]
    public async Task Account_OfTheAdministratorThemselves_CannotBeLocked()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Office, "CountyAdministrator");
        using var chief = await county.SignInAsync(person);

        // Act
        await chief.SubmitAsync(await chief.ReadAsync($"admin/accounts/{person.Id}"), "/lock");

        // Assert
        Assert.Equal(HttpStatusCode.OK, await chief.StatusAsync("admin"));
    }

    [Fact]
    public async Task Account_LockedByWrongTries_IsUnlockedByTheCounty()
    {
        // Arrange
        using var chief = await ChiefAsync();
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = county.Browse(county.Finance);
        for (var attempt = 0; attempt <= SignInTries.Allowed; attempt++)
        {
            await browser.SignInAsync(person.Name, "Wrong-Password-1");
        }

        // Act
        await chief.SubmitAsync(await chief.ReadAsync($"admin/accounts/{person.Id}"), "/unlock");

        // Assert
        Assert.Equal(HttpStatusCode.Found, (await browser.SignInAsync(person.Name, County.Password)).StatusCode);
    }

    [Fact]
    public async Task Password_GivenByTheCounty_IsShownOnce()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var chief = await ChiefAsync();
        var address = $"admin/accounts/{person.Id}";

        // Act
        await chief.SubmitAsync(await chief.ReadAsync(address), "/reset");
        var first = (await chief.ReadAsync(address)).QuerySelector(".one-time-password");
        var second = (await chief.ReadAsync(address)).QuerySelector(".one-time-password");

        // Assert
        Assert.NotNull(first);
        Assert.Null(second);
    }

    [Fact]
    public async Task Session_EndedByTheCounty_IsOverWithTheNextRequest()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = await county.SignInAsync(person, county.Finance);
        using var chief = await ChiefAsync();

        // Act
        await chief.SubmitAsync(await chief.ReadAsync($"admin/accounts/{person.Id}"), "/revocation");

        // Assert
        Assert.Equal(HttpStatusCode.Found, await browser.StatusAsync("admin"));
    }

    [Fact]
    public async Task SecondFactor_LostWithItsCodes_IsRemovedByTheCounty()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        await county.EnrolAsync(person);
        using var chief = await ChiefAsync();
        var address = $"admin/accounts/{person.Id}";
        await chief.SubmitAsync(await chief.ReadAsync(address), "/reset", ("withSecondFactor", "true"));
        var given = (await chief.ReadAsync(address)).QuerySelector(".one-time-password")!.Text();
        using var browser = county.Browse(county.Finance);

        // Act
        var answer = await browser.SignInAsync(person.Name, given);

        // Assert
        Assert.StartsWith("/finance/account/password", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/reset")]
    [InlineData("/lock")]
    public async Task Account_ThatMayDoMoreHere_IsNotResetNorLocked(string change)
    {
        // Arrange
        var role = "Clerk" + Guid.NewGuid().ToString("N")[..8];
        await county.RunAsync(county.Office, $$"""{ "name": "Roles", "Roles": [ { "Name": "{{role}}", "Permissions": [ "accounts.manage" ] } ] }""");
        using var clerk = await county.SignInAsAsync(county.Office, role);
        var administrator = await county.AddPersonAsync(county.Office, "CountyAdministrator");

        // Act
        await clerk.SubmitAsync(await clerk.ReadAsync($"admin/accounts/{administrator.Id}"), change);

        // Assert
        var page = await clerk.ReadAsync($"admin/accounts/{administrator.Id}");
        Assert.Contains("权限高于您本人", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".one-time-password"));
        using var browser = await county.SignInAsync(administrator);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("admin/accounts"));
    }

    [Fact]
    public async Task History_OfAnAccount_SaysWhoDidWhat()
    {
        // Arrange
        var administrator = await county.AddPersonAsync(county.Office, "CountyAdministrator");
        using var chief = await county.SignInAsync(administrator);
        var person = await county.AddPersonAsync();
        await chief.SubmitAsync($"admin/accounts/{person.Id}/memberships/finance", ("Roles", "Editor"));

        // Act
        var page = await chief.ReadAsync($"admin/accounts/{person.Id}");

        // Assert
        var latest = page.QuerySelectorAll("section:last-of-type tbody tr")[0].TextContent;
        Assert.Contains(administrator.Name, latest, StringComparison.Ordinal);
        Assert.Contains("finance: Editor", latest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_OpenedAgain_SignsIn()
    {
        // Arrange
        using var chief = await ChiefAsync();
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        await chief.SubmitAsync(await chief.ReadAsync($"admin/accounts/{person.Id}"), "/lock");

        // Act
        await chief.SubmitAsync(await chief.ReadAsync($"admin/accounts/{person.Id}"), "/opening");

        // Assert
        using var browser = county.Browse(county.Finance);
        Assert.Equal(HttpStatusCode.Found, (await browser.SignInAsync(person.Name, County.Password)).StatusCode);
    }

    [Fact]
    public async Task Account_Renamed_BearsTheNewName()
    {
        // Arrange
        using var chief = await ChiefAsync();
        var person = await county.AddPersonAsync();

        // Act
        await chief.SubmitAsync($"admin/accounts/{person.Id}", ("DisplayName", " 王芳 "));

        // Assert
        var page = await chief.ReadAsync($"admin/accounts/{person.Id}");
        Assert.Equal("王芳", page.QuerySelector("[name=DisplayName]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Account_ThatIsNotThere_IsNotFound()
    {
        // Arrange
        using var chief = await ChiefAsync();

        // Act
        var status = await chief.StatusAsync("admin/accounts/999999");

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    private Task<Browser> ChiefAsync() => county.SignInAsAsync(county.Office, "CountyAdministrator");
}
