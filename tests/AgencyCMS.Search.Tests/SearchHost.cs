using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Search.Contracts;
using AgencyCMS.Testing.Databases;
using AgencyCMS.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Search.Tests;

/// <summary>The whole program with the county office and two agencies that search.</summary>
internal sealed class SearchHost : IAsyncDisposable
{
    public required TestHost<Program> Host { get; init; }

    public required Tenant County { get; init; }

    public required Tenant Finance { get; init; }

    public required Tenant Neighbour { get; init; }

    public ISearchMaintenance Maintenance => Host.Services.GetRequiredService<ISearchMaintenance>();

    public static async Task<SearchHost> StartAsync(DatabaseProvider provider = DatabaseProvider.Sqlite) =>
        await OfAsync(await TestHost<Program>.StartAsync(provider));

    /// <summary>The host on data that an earlier one left.</summary>
    public static async Task<SearchHost> RestartAsync(TestDatabase database)
    {
        var host = await TestHost<Program>.StartAsync(database);
        var directory = host.Services.GetRequiredService<TenantDirectory>();
        return new SearchHost { Host = host, County = directory.County!, Finance = directory.FindByName("finance")!, Neighbour = directory.FindByName("neighbour")! };
    }

    public static async Task<SearchHost> OfAsync(TestHost<Program> host)
    {
        var county = await host.CountyAsync(SearchFeature.Id);
        var (finance, neighbour) = await host.AddNeighboursAsync(SearchFeature.Id);
        return new SearchHost { Host = host, County = county, Finance = finance, Neighbour = neighbour };
    }

    /// <summary>Publishes an item at <c>pages/{slug}</c> and waits until the search knows.</summary>
    public async Task<ContentItemRow> PublishAsync(Tenant tenant, string slug, string title, string body = "", Audience audience = Audience.Public, string? group = null)
    {
        await using var scope = Host.Scope(tenant);
        var item = ContentItem.New("Page");
        item.DisplayText = title;
        item.Alter<TitlePart>(part => part.Title = title);
        item.Alter<HtmlBodyPart>(part => part.Html = $"<p>{body}</p>");
        item.Alter<AutoroutePart>(part => part.Path = $"pages/{slug}");
        item.Alter<AudiencePart>(part => (part.Audience, part.Group) = (audience, group));
        var saved = await scope.ServiceProvider.GetRequiredService<ContentManager>().SaveAndPublishAsync(item, 0, null, CancellationToken.None);
        await Host.ConsumersAreIdleAsync();
        return saved.Value;
    }

    public async Task WithdrawAsync(Tenant tenant, ContentItemRow row)
    {
        await using var scope = Host.Scope(tenant);
        await scope.ServiceProvider.GetRequiredService<ContentManager>().WithdrawAsync(row.ContentItemId, row.Stamp, "错误", CancellationToken.None);
        await Host.ConsumersAreIdleAsync();
    }

    public async Task<string> GetAsync(Tenant tenant, string address)
    {
        using var client = Host.CreateClient(tenant);
        return await client.GetStringAsync(address);
    }

    public async ValueTask DisposeAsync() => await Host.DisposeAsync();
}
