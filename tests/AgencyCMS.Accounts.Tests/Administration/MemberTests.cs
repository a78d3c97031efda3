using System.Net;
using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;

namespace AgencyCMS.Accounts.Tests.Administration;

[Collection(OnSqlite.Name)]
public sealed class MemberOnSqliteTests(SqliteCounty shared) : MemberTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class MemberOnPostgreSqlTests(PostgreSqlCounty shared) : MemberTests(shared.County);

public abstract class MemberTests(County county)
{
    [Fact]
    public async Task Members_OfAnAgency_AreItsOwnAlone()
    {
        // Arrange
        var (own, neighbour) = (await county.AddPersonAsync(county.Finance, "Editor"), await county.AddPersonAsync(county.Twin, "Editor"));
        using var browser = await county.SignInAsAsync(county.Finance, "SiteAdministrator");

        // Act
        var names = await AllMembersAsync(browser);

        // Assert
        Assert.Contains(own.Name, names);
        Assert.DoesNotContain(neighbour.Name, names);
    }

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
    public async Task Member_GivenAnUnknownRole_IsRefused()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = await county.SignInAsAsync(county.Finance, "SiteAdministrator");

        // Act
        var answer = await browser.SubmitAsync($"admin/members/{person.Id}", ("Roles", "Emperor"));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Roles_OfAnAgency_AreExplainedInWords()
    {
        // Arrange
        using var browser = await county.SignInAsAsync(county.Finance, "SiteAdministrator");

        // Act
        var page = await browser.ReadAsync("admin/roles");

        // Assert
        Assert.Contains("管理本单位成员的角色", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<HashSet<string>> AllMembersAsync(Browser browser)
    {
        var names = new HashSet<string>();
        for (var page = 1; ; page++)
        {
            var rows = (await browser.ReadAsync($"admin/members?page={page}")).QuerySelectorAll("tbody th a");
            if (rows.Length == 0)
            {
                return names;
            }
            names.UnionWith(rows.Select(row => row.TextContent));
        }
    }
}
