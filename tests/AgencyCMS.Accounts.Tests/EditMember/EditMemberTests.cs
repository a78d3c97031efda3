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
        var page = await browser.ReadAsync($"admin/members/{person.Id}");
        var hidden = new[] { "__RequestVerificationToken", "Shown" }.Select(name => (name, page.QuerySelector($"[name={name}]")!.GetAttribute("value")!));

        // Act
        var answer = await browser.PostAsync($"admin/members/{person.Id}", [("Roles", role), ("Roles", "Editor"), .. hidden]);

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
    public async Task Member_WhoseRoleWasTakenMeanwhile_DoesNotGetItBackFromAnOldForm()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "SiteAdministrator");
        using var colleague = await county.SignInAsync(person, county.Finance);
        using var first = await county.SignInAsAsync(county.Finance, "SiteAdministrator");
        using var second = await county.SignInAsAsync(county.Finance, "SiteAdministrator");
        var old = await second.ReadAsync($"admin/members/{person.Id}");
        await first.SubmitAsync($"admin/members/{person.Id}", ("Roles", "Editor"));

        // Act
        var answer = await second.SubmitAsync(old, $"members/{person.Id}", ("Groups", "预算组"));

        // Assert
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await colleague.StatusAsync("admin/members"));
        var again = await Browser.ParseAsync(answer);
        Assert.Equal("预算组", again.QuerySelector("[name=Groups]")!.GetAttribute("value"));
        Assert.Contains("信息员", again.QuerySelector(".alert.is-warn")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_SavedAgainAfterTheConflict_IsAsTheFormSaysNow()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var first = await county.SignInAsAsync(county.Finance, "SiteAdministrator");
        using var second = await county.SignInAsAsync(county.Finance, "SiteAdministrator");
        var old = await second.ReadAsync($"admin/members/{person.Id}");
        await first.SubmitAsync($"admin/members/{person.Id}", ("Groups", "甲组"));
        var again = await Browser.ParseAsync(await second.SubmitAsync(old, $"members/{person.Id}", ("Groups", "乙组")));

        // Act
        var answer = await second.SubmitAsync(again, $"members/{person.Id}");

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("乙组", (await first.ReadAsync($"admin/members/{person.Id}")).QuerySelector("[name=Groups]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Administrators_WhoRemoveOneAnotherAtOnce_AreNotBothGone()
    {
        for (var round = 0; round < 4; round++)
        {
            // Arrange
            var agency = await county.AddAgencyAsync();
            var (one, other) = (await county.AddPersonAsync(agency, "SiteAdministrator"), await county.AddPersonAsync(agency, "SiteAdministrator"));
            using var first = await county.SignInAsync(one, agency);
            using var second = await county.SignInAsync(other, agency);
            var (ofOther, ofOne) = (await first.ReadAsync($"admin/members/{other.Id}"), await second.ReadAsync($"admin/members/{one.Id}"));

            // Act
            await Task.WhenAll(first.SubmitAsync(ofOther, "/removal"), second.SubmitAsync(ofOne, "/removal"));

            // Assert
            Assert.Contains(HttpStatusCode.OK, new[] { await first.StatusAsync("admin/members"), await second.StatusAsync("admin/members") });
        }
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
