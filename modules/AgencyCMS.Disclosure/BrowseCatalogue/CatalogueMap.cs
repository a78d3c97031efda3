using System.Collections.Immutable;
using System.Globalization;
using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Disclosure.BrowseCatalogue;

/// <summary>The catalogue in the site map.</summary>
internal sealed class CatalogueMap(CatalogueTree catalogue, LinkGenerator links, IHttpContextAccessor http, IStringLocalizer localizer) : ISiteMapSource
{
    public int Order => 20;

    public async ValueTask<ImmutableArray<SiteMapGroup>> ReadAsync(CancellationToken cancellationToken) =>
        [new(localizer["Disclosure catalogue"], [.. (await catalogue.GetAsync(cancellationToken)).Roots.Select(Page)])];

    private SiteMapPage Page(CatalogueNode node) => new(
        node.TitleIn(CultureInfo.CurrentUICulture),
        links.GetPathByName(http.HttpContext!, DisclosureRoutes.Entry, new { entry = node.Code })!, // a site map is made for a request, and the route is this module's
        [.. node.Children.Select(Page)]);
}
