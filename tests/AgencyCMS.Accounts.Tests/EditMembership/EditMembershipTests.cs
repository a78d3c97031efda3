using System.Net;
using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;

namespace AgencyCMS.Accounts.Tests.EditMembership;

[Collection(OnSqlite.Name)]
public sealed class EditMembershipOnSqliteTests(SqliteCounty shared) : EditMembershipTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class EditMembershipOnPostgreSqlTests(PostgreSqlCounty shared) : EditMembershipTests(shared.County);

public abstract class EditMembershipTests(County county)
{
    [Fact]
    public async Task Membership_GivenByTheCounty_WorksWithTheNextRequest()
    {
        // Arrange
        using var chief = await ChiefAsync();
        var person = await county.AddPersonAsync();
        using var browser = await county.SignInAsync(person, county.Finance);
        var before = await browser.StatusAsync("admin");

        // Act
        await chief.SubmitAsync($"admin/accounts/{person.Id}/memberships/finance", ("Roles", "Editor"), ("Groups", "财务，领导"));

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, before);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("admin"));
    }

    [Fact]
    public async Task Membership_EndedByTheCounty_ClosesTheSiteWithTheNextRequest()
    {
        // Arrange
        using var chief = await ChiefAsync();
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = await county.SignInAsync(person, county.Finance);
        var before = await browser.StatusAsync("admin");

        // Act
        await chief.SubmitAsync(await chief.ReadAsync($"admin/accounts/{person.Id}/memberships/finance"), "/removal");

        // Assert
        Assert.Equal(HttpStatusCode.OK, before);
        Assert.Equal(HttpStatusCode.Forbidden, await browser.StatusAsync("admin"));
    }

    [Fact]
    public async Task Membership_EndedMeanwhile_IsNotMadeAnewByAnOldForm()
    {
        // Arrange
        using var chief = await ChiefAsync();
        using var agency = await county.SignInAsAsync(county.Finance, "SiteAdministrator");
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = await county.SignInAsync(person, county.Finance);
        var old = await chief.ReadAsync($"admin/accounts/{person.Id}/memberships/finance");
        await agency.SubmitAsync(await agency.ReadAsync($"admin/members/{person.Id}"), "/removal");

        // Act
        var answer = await chief.SubmitAsync(old, "/memberships/finance");

        // Assert
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await browser.StatusAsync("admin"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/removal")]
    public async Task Membership_OfASiteWhoseNameIsAnothersNow_IsLeftAlone(string change)
    {
        // Arrange
        using var chief = await ChiefAsync();
        var (meant, other) = (await county.AddAgencyAsync(), await county.AddAgencyAsync());
        var person = await county.AddPersonAsync(other, "Editor");
        var old = await chief.ReadAsync($"admin/accounts/{person.Id}/memberships/{other.Name}");
        old.QuerySelector("[name=Site]")!.SetAttribute("value", meant.Id.ToString());
        using var browser = await county.SignInAsync(person, other);

        // Act
        var answer = await chief.SubmitAsync(old, change.Length > 0 ? change : $"/memberships/{other.Name}", ("Roles", "SiteAdministrator"));

        // Assert
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("admin"));
        Assert.Equal(HttpStatusCode.Forbidden, await browser.StatusAsync("admin/members"));
    }

    [Fact]
    public async Task Membership_WithAnUnknownRole_IsRefusedWithWhatWasTyped()
    {
        // Arrange
        using var chief = await ChiefAsync();
        var person = await county.AddPersonAsync();

        // Act
        var answer = await chief.SubmitAsync($"admin/accounts/{person.Id}/memberships/finance", ("Roles", "Emperor"), ("Groups", "财务，领导"));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("财务，领导", (await Browser.ParseAsync(answer)).QuerySelector("[name=Groups]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Membership_OfTheCountysAdministratorsOwn_IsNotTheirsToChange()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Office, "CountyAdministrator");
        using var chief = await county.SignInAsync(person, county.Office);
        var page = $"admin/accounts/{person.Id}/memberships/{county.Office.Name}";

        // Act
        var changed = await chief.SubmitAsync(page, ("Groups", "领导"));
        var removed = await chief.SubmitAsync(await chief.ReadAsync(page), "/removal");

        // Assert
        Assert.Equal(HttpStatusCode.Conflict, changed.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, removed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await chief.StatusAsync("admin/accounts"));
    }

    [Fact]
    public async Task Site_ThatIsNotThere_IsRefusedWithoutTheTextOfTheAddress()
    {
        // Arrange
        using var chief = await ChiefAsync();
        var person = await county.AddPersonAsync();

        // Act
        var answer = await chief.GetAsync($"admin/accounts/{person.Id}/memberships?tenant=Send+your+password");

        // Assert
        var page = await chief.ReadAsync(answer.Headers.Location!.ToString());
        Assert.Contains("没有此站点", page.QuerySelector(".alert")!.TextContent, StringComparison.Ordinal); // the page is there
        Assert.DoesNotContain("Send your password", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private Task<Browser> ChiefAsync() => county.SignInAsAsync(county.Office, "CountyAdministrator");
}
