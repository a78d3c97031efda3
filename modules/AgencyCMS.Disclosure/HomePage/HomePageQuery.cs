using System.Globalization;
using AgencyCMS.Disclosure.BrowseCatalogue;
using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;

namespace AgencyCMS.Disclosure.HomePage;

/// <summary>Reads the first page: one query for the newest items, from which the blocks are filled too.</summary>
internal sealed class HomePageQuery(DisclosureList list, CatalogueTree catalogue, HomePageTiles tiles, ISiteProfileSource profiles, TenantContext context)
{
    private const int Newest = 60;
    private const int LatestShown = 9;
    private const int BlockItems = 5;
    private const int Blocks = 6;

    public async Task<HomePageModel> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        var items = await list.ReadAsync(actor, null, 0, Newest, cancellationToken);
        var tree = await catalogue.GetAsync(cancellationToken);
        var culture = CultureInfo.CurrentUICulture;
        var blocks = items.GroupBy(item => Category(tree, item.Entry)).Where(group => group.Key is not null).OrderByDescending(group => group.Count()).Take(Blocks)
            .Select(group => new HomePageBlock(group.Key!.Code, group.Key.TitleIn(culture), [.. group.Take(BlockItems)])).ToList();
        var profile = await profiles.GetAsync(cancellationToken);
        return new HomePageModel
        {
            SiteTitle = profile.TitleOf(context.Tenant),
            Lead = items.Count > 0 ? items[0] : null,
            Latest = [.. items.Skip(1).Take(LatestShown)],
            Blocks = blocks,
            Tiles = await tiles.ReadAsync(tree, cancellationToken),
            Profile = profile,
        };
    }

    // The node just below a section, under which a reader would look for the item.
    private static CatalogueNode? Category(CatalogueSnapshot tree, string entry) => tree.Find(entry)?.Path.Take(2).LastOrDefault();
}
