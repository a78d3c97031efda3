using System.Net;
using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;

namespace AgencyCMS.Accounts.Tests.EditMember;

[Collection(OnSqlite.Name)]
public sealed class EditMemberOnSqliteTests(SqliteCounty shared) : EditMemberTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class EditMemberOnPostgreSqlTests(PostgreSqlCounty shared) : EditMemberTests(shared.County);

public abstract class EditMemberTests(County county)
{
    [Fact]
    public async Task Member_OfTheNeighbour_IsNotFound()
    {
        // Arrange
        var neighbour = await county.AddPersonAsync(county.Twin, "Editor");
        using var browser = await county.SignInAsAsync(county.Finance, "SiteAdministrator");

        // Act, Assert
        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync($"admin/members/{neighbour.Id}"));
    }

    [Fact]
    public async Task Member_GivenARole_HasItWithTheNextRequest()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var colleague = await county.SignInAsync(person, county.Finance);
        using var browser = await county.SignInAsAsync(county.Finance, "SiteAdministrator");

        // Act
        await browser.SubmitAsync($"admin/members/{person.Id}", ("Roles", "SiteAdministrator"));

        // Assert
        Assert.Equal(HttpStatusCode.OK, await colleague.StatusAsync("admin/members"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\t")]
    [InlineData(" ")]
    public async Task Member_GivenARoleWithoutAName_IsToldThatThereIsNone(string role)
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = await county.SignInAsAsync(county.Finance, "SiteAdministrator");
        var token = (await browser.ReadAsync($"admin/members/{person.Id}")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        // Act
        var answer = await browser.PostAsync($"admin/members/{person.Id}", ("Roles", role), ("Roles", "Editor"), ("__RequestVerificationToken", token));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Member_InMoreGroupsThanThereCanBe_IsRefusedWithWhatWasTyped()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = await county.SignInAsAsync(county.Finance, "SiteAdministrator");
        var groups = string.Join(", ", Enumerable.Range(0, 51).Select(number => $"g{number}"));

        // Act
        var answer = await browser.SubmitAsync($"admin/members/{person.Id}", ("Groups", groups));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(groups, (await Browser.ParseAsync(answer)).QuerySelector("[name=Groups]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Member_InAGroupWithALongName_IsRefused()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = await county.SignInAsAsync(county.Finance, "SiteAdministrator");

        // Act
        var answer = await browser.SubmitAsync($"admin/members/{person.Id}", ("Groups", new string('组', 101)));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Member_GivenARoleThatAllowsMoreThanTheGiversOwn_IsRefused()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Office, "Editor");
        using var browser = await county.SignInAsAsync(county.Office, "SiteAdministrator");
        var page = await browser.ReadAsync($"admin/members/{person.Id}");

        // Act
        var answer = await browser.SubmitAsync(page, $"members/{person.Id}", ("Roles", "CountyAdministrator"));

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Member_WithAGreaterRole_CannotBeRemovedByALesserAdministrator()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Office, "CountyAdministrator");
        using var chief = await county.SignInAsync(person);
        using var browser = await county.SignInAsAsync(county.Office, "SiteAdministrator");

        // Act
        await browser.SubmitAsync(await browser.ReadAsync($"admin/members/{person.Id}"), "/removal");

        // Assert
        Assert.Equal(HttpStatusCode.OK, await chief.StatusAsync("admin/accounts"));
    }

    [Fact]
    public async Task Member_ChangingTheirOwnRoles_IsRefused()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "SiteAdministrator");
        using var browser = await county.SignInAsync(person, county.Finance);

        // Act
        var answer = await browser.SubmitAsync($"admin/members/{person.Id}", ("Roles", "Editor"));

        // Assert
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task Member_GivenAnUnknownRole_IsRefusedWithWhatWasTyped()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = await county.SignInAsAsync(county.Finance, "SiteAdministrator");

        // Act
        var answer = await browser.SubmitAsync($"admin/members/{person.Id}", ("Roles", "Emperor"), ("Groups", "领导"));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("领导", (await Browser.ParseAsync(answer)).QuerySelector("[name=Groups]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Member_Removed_EntersNoMore()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var colleague = await county.SignInAsync(person, county.Finance);
        using var browser = await county.SignInAsAsync(county.Finance, "SiteAdministrator");

        // Act
        await browser.SubmitAsync(await browser.ReadAsync($"admin/members/{person.Id}"), "/removal");

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, await colleague.StatusAsync("admin"));
    }
}
