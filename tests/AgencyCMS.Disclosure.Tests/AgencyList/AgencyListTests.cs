using System.Net;
using AgencyCMS.Content.Recipes;
using AgencyCMS.Disclosure.Tests.Fixtures;
using AgencyCMS.Modularity.Recipes;
using AgencyCMS.Modularity.Tenants;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Disclosure.Tests.AgencyList;

/// <summary>The list in which a reader finds an agency of the county.</summary>
public abstract class AgencyListTests(DisclosureSite site)
{
    [Fact]
    public async Task Agencies_StandUnderTheirKind()
    {
        // Arrange
        await site.AddAgencyAsync("hillside", TenantKind.Township);
        using var reader = site.Browse(site.Office);

        // Act
        var page = await reader.ReadAsync("agencies");

        // Assert
        Assert.Contains("/finance/", Addresses(page, "县直部门"));
        Assert.Contains("/hillside/", Addresses(page, "乡镇"));
        Assert.DoesNotContain("/hillside/", Addresses(page, "县直部门"));
    }

    [Fact]
    public async Task Agency_ThatIsSuspended_IsNotListed()
    {
        // Arrange
        var agency = await site.AddAgencyAsync("closed");
        using var reader = site.Browse(site.Office);
        await reader.ReadAsync("agencies");

        // Act
        await site.Host.UpdateAsync(agency, tenant => tenant with { State = TenantState.Suspended });
        var page = await reader.ReadAsync("agencies");

        // Assert
        Assert.DoesNotContain("/closed/", Addresses(page, "县直部门"));
    }

    [Fact]
    public async Task Agency_ForAReaderOfEnglish_HasItsEnglishName()
    {
        // Arrange
        var agency = await site.AddAgencyAsync("forestry");
        await using (var scope = site.Host.Scope(agency))
        {
            var recipe = RecipeSource.FromText("profile", """{ "steps": [ { "name": "settings", "SiteProfile": { "TitleEn": "Bureau of Forestry" } } ] }""");
            await scope.ServiceProvider.GetRequiredService<TenantRecipes>().RunAsync(recipe, isDryRun: false, null, CancellationToken.None);
        }
        await site.Host.ConsumersAreIdleAsync();
        using var reader = site.Browse(site.Office);
        await reader.GetAsync("_theme/language?set=en");

        // Act
        var links = (await reader.ReadAsync("agencies")).QuerySelectorAll(".agency-grid a").Select(link => (link.GetAttribute("href"), link.TextContent)).ToList();

        // Assert
        Assert.Contains(("/forestry/", "Bureau of Forestry"), links);
        Assert.Contains(("/finance/", "finance"), links); // it has none
    }

    [Fact]
    public async Task CountyOffice_IsNotListedAmongTheAgencies()
    {
        // Arrange
        using var reader = site.Browse(site.Office);

        // Act
        var page = await reader.ReadAsync("agencies");

        // Assert
        Assert.DoesNotContain(page.QuerySelectorAll(".agency-grid a"), link => link.TextContent == site.Office.Title);
    }

    [Fact]
    public async Task List_AtAnAgency_IsNotThere()
    {
        // Arrange
        using var reader = site.Browse();

        // Act
        var status = await reader.StatusAsync("agencies");

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    private static IEnumerable<string?> Addresses(IDocument page, string kind) => page.QuerySelectorAll("main section")
        .Single(section => section.QuerySelector("h2")!.TextContent == kind).QuerySelectorAll("a").Select(link => link.GetAttribute("href"));

    public sealed class OnSqlite(SqliteSite site) : AgencyListTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : AgencyListTests(site), IClassFixture<PostgreSqlSite>;
}
