using System.Net;
using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.Disclosure.Tests.Fixtures;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes;
using AgencyCMS.Testing.Browsing;
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

    [Theory]
    [InlineData("", "main h1", "Bureau of Fisheries: disclosure of government information")]
    [InlineData("", ".footer-facts li", "Hosted by: Bureau of Fisheries")]
    [InlineData("info/fish-1", ".document header p span", "Source: Bureau of Fisheries")]
    [InlineData("info/fish-1", ".metadata dd", "Bureau of Fisheries")]
    public async Task Agency_OnItsOwnPagesInEnglish_HasItsEnglishName(string path, string selector, string text)
    {
        // Arrange
        using var reader = await ReadInEnglishAsync("fisheries", "Bureau of Fisheries", "FISH-1");

        // Act
        var texts = (await reader.ReadAsync(path)).QuerySelectorAll(selector).Select(element => element.TextContent.Trim());

        // Assert
        Assert.Contains(text, texts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("catalogue/rules_own")]
    [InlineData("info/ship-1")]
    public async Task PageInEnglish_WhatIsChineseInIt_SaysSo(string path)
    {
        // Arrange
        using var reader = await ReadInEnglishAsync("shipping", "Bureau of Shipping", "SHIP-1");

        // Act
        var texts = (await reader.ReadAsync(path)).Body!.Descendants<IText>().Where(text => text.Data.Any(character => character is (>= '\u3000' and <= '\u9fff') or (>= '\uff00' and <= '\uffef')));

        // Assert
        Assert.Equal([], texts.Where(text => text.ParentElement!.Closest("[lang]")!.GetAttribute("lang") != "zh-CN").Select(text => text.Data.Trim()));
    }

    [Fact]
    public async Task Feeds_ForAReaderOfEnglish_HaveEnglishNames()
    {
        // Arrange
        using var agency = await ReadInEnglishAsync("archives", "Bureau of Archives", "ARCH-1");
        using var reader = site.Browse(site.Office);
        await reader.GetAsync("_theme/language?set=en");

        // Act
        var links = (await reader.ReadAsync("subscribe")).QuerySelectorAll(".agency-grid a").Select(link => link.TextContent);

        // Assert
        Assert.Contains("Bureau of Archives", links);
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

    /// <summary>An agency with an English name and one item under "rules_own", and a reader who chose English.</summary>
    private async Task<Browser> ReadInEnglishAsync(string name, string title, string number)
    {
        var known = site.Host.Services.GetRequiredService<TenantDirectory>().FindByName(name);
        var agency = known ?? await site.AddAgencyAsync(name);
        if (known is null)
        {
            await using var scope = site.Host.Scope(agency);
            var recipe = RecipeSource.FromText("profile", $$"""{ "steps": [ { "name": "settings", "SiteProfile": { "TitleEn": "{{title}}", "Address": "河滨路1号", "Phone": "0000" } } ] }""");
            await scope.ServiceProvider.GetRequiredService<TenantRecipes>().RunAsync(recipe, isDryRun: false, null, CancellationToken.None);
            await site.PublishAsync(DisclosureSite.NewItem("本机关规定", "rules_own", part => (part.IndexNumber, part.Source, part.DocumentNumber) = (number, agency.Title, "渔发〔2026〕1号")), agency);
        }
        await site.Host.ConsumersAreIdleAsync();
        var reader = site.Browse(agency);
        await reader.GetAsync("_theme/language?set=en");
        return reader;
    }

    private static IEnumerable<string?> Addresses(IDocument page, string kind) => page.QuerySelectorAll("main section")
        .Single(section => section.QuerySelector("h2")!.TextContent == kind).QuerySelectorAll("a").Select(link => link.GetAttribute("href"));

    public sealed class OnSqlite(SqliteSite site) : AgencyListTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : AgencyListTests(site), IClassFixture<PostgreSqlSite>;
}
