using System.Globalization;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Disclosure.Catalogue;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Disclosure.HomePage;

/// <summary>The ways into the site beside the news: those that lead somewhere.</summary>
internal sealed class HomePageTiles(StandingPages pages, LinkGenerator links, IHttpContextAccessor http, IStringLocalizer localizer)
{
    public async Task<IReadOnlyList<HomePageTile>> ReadAsync(CatalogueSnapshot catalogue, CancellationToken cancellationToken)
    {
        (string Icon, string Text, string? Href)[] wanted =
        [
            ("book", localizer["Disclosure guide"], await PageAsync(StandingPages.Guide, cancellationToken)),
            ("file", localizer["Disclosure rules"], await PageAsync(StandingPages.Rules, cancellationToken)),
            Entry("list", CatalogueCodes.Statutory),
            Entry("chart", CatalogueCodes.AnnualReports),
        ];
        return [.. wanted.Where(tile => tile.Href is not null).Select(tile => new HomePageTile(tile.Icon, tile.Text, tile.Href!))]; // null ones were left out

        (string Icon, string Text, string? Href) Entry(string icon, string code) => catalogue.Find(code) is { } node
            ? (icon, node.TitleIn(CultureInfo.CurrentUICulture), links.GetPathByName(http.HttpContext!, DisclosureRoutes.Entry, new { entry = code })) // a page is made for a request
            : (icon, "", null);
    }

    private async Task<string?> PageAsync(string path, CancellationToken cancellationToken) =>
        await pages.IsThereAsync(path, cancellationToken) ? http.HttpContext!.Request.PathBase.Add("/" + path).Value : null; // as above
}
