using System.Net;
using AgencyCMS.Accounts.Contracts;
using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Accounts.Tests.ShowHelp;

[Collection(OnSqlite.Name)]
public sealed class ShowHelpOnSqliteTests(SqliteCounty shared) : ShowHelpTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class ShowHelpOnPostgreSqlTests(PostgreSqlCounty shared) : ShowHelpTests(shared.County);

public abstract class ShowHelpTests(County county)
{
    [Fact]
    public async Task Visits_OfTheCounty_AreShownToAllStaff()
    {
        // Arrange
        var agency = await county.AddAgencyAsync();
        await StartAsync(agency);
        using var editor = await county.SignInAsAsync(agency, "Editor");

        // Act
        var page = await editor.ReadAsync("admin/help");

        // Assert
        Assert.Contains("协助整理目录", page.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".timeline form"));
    }

    [Fact]
    public async Task Visit_EndedByTheAgency_IsOverAtOnce()
    {
        // Arrange
        var agency = await county.AddAgencyAsync();
        var helper = await StartAsync(agency);
        using var inside = await county.SignInAsync(helper);
        Assert.Equal(HttpStatusCode.OK, await inside.StatusAsync($"/{agency.Name}/admin"));
        using var administrator = await county.SignInAsAsync(agency, "SiteAdministrator");

        // Act
        await administrator.SubmitAsync(await administrator.ReadAsync("admin/help"), "/end");

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, await inside.StatusAsync($"/{agency.Name}/admin"));
    }

    [Fact]
    public async Task Visit_ThatTookThePlaceOfAnother_IsEndedByTheOldPage()
    {
        // Arrange
        var agency = await county.AddAgencyAsync();
        var helper = await StartAsync(agency);
        using var administrator = await county.SignInAsAsync(agency, "SiteAdministrator");
        var old = await administrator.ReadAsync("admin/help");
        await StartAsync(agency, helper);
        using var inside = await county.SignInAsync(helper);
        Assert.Equal(HttpStatusCode.OK, await inside.StatusAsync($"/{agency.Name}/admin"));

        // Act
        await administrator.SubmitAsync(old, "/end");

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, await inside.StatusAsync($"/{agency.Name}/admin"));
    }

    [Fact]
    public async Task Visit_OfAHelperWhoLeavesTheCountyOffice_IsOverForGood()
    {
        // Arrange
        var agency = await county.AddAgencyAsync();
        var helper = await StartAsync(agency);
        using var inside = await county.SignInAsync(helper);
        using var chief = await county.SignInAsAsync(county.Office, "CountyAdministrator");
        var membership = $"admin/accounts/{helper.Id}/memberships/{county.Office.Name}";

        // Act
        await chief.SubmitAsync(await chief.ReadAsync(membership), "/removal");
        var afterwards = await inside.StatusAsync($"/{agency.Name}/admin");
        await chief.SubmitAsync(membership, ("Roles", "CountyAdministrator"));
        var takenBack = await inside.StatusAsync($"/{agency.Name}/admin");

        // Assert
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (afterwards, takenBack));
        Assert.Null((await OfTheAgencyAsync(agency)).QuerySelector(".timeline form"));
    }

    [Fact]
    public async Task Visit_OfAHelperWhoseRolesGiveNoRightToHelp_IsOver()
    {
        // Arrange
        var agency = await county.AddAgencyAsync();
        await county.RunAsync(county.Office, """{ "name": "Roles", "Roles": [ { "Name": "Visitor", "Permissions": ["tenants.help"] }, { "Name": "Bystander", "Permissions": [] } ] }""");
        var helper = await StartAsync(agency, "Visitor");
        using var inside = await county.SignInAsync(helper);
        var before = await inside.StatusAsync($"/{agency.Name}/admin");
        using var chief = await county.SignInAsAsync(county.Office, "CountyAdministrator");

        // Act
        await chief.SubmitAsync($"admin/accounts/{helper.Id}/memberships/{county.Office.Name}", ("Roles", "Bystander"));

        // Assert
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (before, await inside.StatusAsync($"/{agency.Name}/admin")));
        Assert.Null((await OfTheAgencyAsync(agency)).QuerySelector(".timeline form"));
    }

    [Fact]
    public async Task Visit_OfAHelperWhoseRoleLosesTheRight_IsOver()
    {
        // Arrange
        var agency = await county.AddAgencyAsync();
        var role = "Caller" + Guid.NewGuid().ToString("N")[..8];
        await county.RunAsync(county.Office, $$"""{ "name": "Roles", "Roles": [ { "Name": "{{role}}", "Permissions": ["tenants.help"] } ] }""");
        using var inside = await county.SignInAsync(await StartAsync(agency, role));
        var before = await inside.StatusAsync($"/{agency.Name}/admin");

        // Act
        await county.RunAsync(county.Office, $$"""{ "name": "Roles", "Roles": [ { "Name": "{{role}}", "PermissionBehavior": "Remove", "Permissions": ["tenants.help"] } ] }""");

        // Assert
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (before, await inside.StatusAsync($"/{agency.Name}/admin")));
    }

    [Theory]
    [InlineData("/lock")]
    [InlineData("/reset")]
    public async Task Visit_OfAHelperWhoIsKeptOut_IsOver(string action)
    {
        // Arrange
        var agency = await county.AddAgencyAsync();
        var helper = await StartAsync(agency);
        using var chief = await county.SignInAsAsync(county.Office, "CountyAdministrator");

        // Act
        await chief.SubmitAsync(await chief.ReadAsync($"admin/accounts/{helper.Id}"), action);

        // Assert
        Assert.Null((await OfTheAgencyAsync(agency)).QuerySelector(".timeline form"));
    }

    [Fact]
    public async Task Visits_OfTheNeighbour_AreNotShown()
    {
        // Arrange
        await StartAsync(await county.AddAgencyAsync());
        using var editor = await county.SignInAsAsync(await county.AddAgencyAsync(), "Editor");

        // Act
        var page = await editor.ReadAsync("admin/help");

        // Assert
        Assert.Null(page.QuerySelector(".timeline"));
    }

    [Fact]
    public async Task Visit_EndedWithTheMembership_StandsInTheHistoryOfTheAccount()
    {
        // Arrange
        var agency = await county.AddAgencyAsync();
        var helper = await StartAsync(agency);
        using var chief = await county.SignInAsAsync(county.Office, "CountyAdministrator");

        // Act
        await chief.SubmitAsync(await chief.ReadAsync($"admin/accounts/{helper.Id}/memberships/{county.Office.Name}"), "/removal");

        // Assert
        var history = (await chief.ReadAsync($"admin/accounts/{helper.Id}")).QuerySelectorAll("main table td:last-child").Select(cell => cell.TextContent.Trim());
        Assert.Contains(agency.Name, history);
    }

    /// <summary>The visits as the agency's administrator has them.</summary>
    private async Task<IDocument> OfTheAgencyAsync(Tenant agency)
    {
        using var administrator = await county.SignInAsAsync(agency, "SiteAdministrator");
        return await administrator.ReadAsync("admin/help");
    }

    private async Task<Person> StartAsync(Tenant agency, string role = "CountyAdministrator") => await StartAsync(agency, await county.AddPersonAsync(county.Office, role));

    private async Task<Person> StartAsync(Tenant agency, Person helper)
    {
        await using var scope = county.Host.Scope(county.Office);
        var actor = new Actor { AccountId = helper.Id, Name = helper.Name };
        var db = scope.ServiceProvider.GetRequiredService<CountyDb>();
        await using var change = await db.Database.BeginTransactionAsync();
        var started = await scope.ServiceProvider.GetRequiredService<IHelpVisits>().StageStartAsync(agency, actor, "协助整理目录", 60, CancellationToken.None);
        Assert.Empty(started.Problems);
        await db.SaveChangesAsync();
        await change.CommitAsync();
        return helper;
    }
}
