using System.Net;
using AgencyCMS.Accounts.Contracts;
using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
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

    private async Task<Person> StartAsync(Tenant agency)
    {
        var helper = await county.AddPersonAsync(county.Office, "CountyAdministrator");
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
