using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Contracts;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Search.Tests.Indexing;

/// <summary>Items are found by where they stand in the catalogue, also after the catalogue has changed.</summary>
public abstract class CatalogueChangeTests(DatabaseProvider provider) : IAsyncLifetime
{
    private SearchHost _host = null!;
    private Tenant _finance = null!;

    public async Task InitializeAsync()
    {
        _host = await SearchHost.StartAsync(provider);
        _finance = await _host.Host.EnableAsync(_host.Finance, "AgencyCMS.Disclosure");
        await AdoptAsync("""{ "Code": "money", "Title": "财政资金" }, { "Code": "budget", "Parent": "money", "Title": "预算公开" }, { "Code": "plans", "Title": "规划计划" }""");
        await PublishAsync();
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Item_UnderAnEntry_IsFoundByTheEntrysName()
    {
        // Assert
        Assert.Equal((true, true), await FoundAsync("q=预算公开"));
    }

    [Fact]
    public async Task Item_UnderARenamedEntry_IsFoundByTheNewName()
    {
        // Act
        await AdoptAsync("""{ "Code": "money", "Title": "财政资金" }, { "Code": "budget", "Parent": "money", "Title": "收支账本" }, { "Code": "plans", "Title": "规划计划" }""");

        // Assert
        Assert.Equal((true, true), await FoundAsync("q=收支账本"));
        Assert.Equal((false, false), await FoundAsync("q=预算公开"));
    }

    [Fact]
    public async Task Item_UnderAMovedEntry_IsFoundBelowTheNewParent()
    {
        // Act
        await AdoptAsync("""{ "Code": "money", "Title": "财政资金" }, { "Code": "budget", "Parent": "plans", "Title": "预算公开" }, { "Code": "plans", "Title": "规划计划" }""");

        // Assert
        Assert.Equal((true, true), await FoundAsync("q=机关&entry=plans"));
        Assert.Equal((false, false), await FoundAsync("q=机关&entry=money"));
    }

    private async Task AdoptAsync(string entries)
    {
        await using (var scope = _host.Host.Scope(_finance))
        {
            var recipe = RecipeSource.FromText("catalogue.recipe.json", $$"""{ "name": "catalogue", "steps": [ { "name": "Catalogue", "Entries": [ {{entries}} ] } ] }""");
            var report = await scope.ServiceProvider.GetRequiredService<TenantRecipes>().RunAsync(recipe, isDryRun: false, null, CancellationToken.None);
            Assert.True(report.IsCommitted);
        }
        await _host.Host.ConsumersAreIdleAsync();
    }

    private async Task PublishAsync()
    {
        await using (var scope = _host.Host.Scope(_finance))
        {
            var item = ContentItem.New("Disclosure");
            item.Alter<TitlePart>(part => part.Title = "机关名录");
            item.Alter<DisclosurePart>(part => (part.Entry, part.FormedOn) = ("budget", new DateOnly(2025, 3, 1)));
            var published = await scope.ServiceProvider.GetRequiredService<ContentManager>().SaveAndPublishAsync(item, 0, null, CancellationToken.None);
            Assert.False(published.IsRefused);
        }
        await _host.Host.ConsumersAreIdleAsync();
    }

    /// <summary>Whether the agency's search and the county's find the item.</summary>
    private async Task<(bool ByTenant, bool ByCounty)> FoundAsync(string query) =>
        (await FoundAsync(_finance, query), await FoundAsync(_host.County, query));

    private async Task<bool> FoundAsync(Tenant tenant, string query) => (await _host.GetAsync(tenant, "search?" + query)).Contains("/finance/info/", StringComparison.Ordinal);

    public sealed class OnSqlite() : CatalogueChangeTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : CatalogueChangeTests(DatabaseProvider.PostgreSql);
}
