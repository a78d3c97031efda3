using System.Collections.Immutable;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Contents.SiteMap;

/// <summary>The first page, search, the pages that stand by themselves, and the ways to follow the site.</summary>
internal sealed class StandingPagesMap(TenantDb db, TenantContext tenants, ItemAddresses addresses, LinkGenerator links, IHttpContextAccessor http, IStringLocalizer localizer) : ISiteMapSource
{
    private const int MostPages = 100;

    public int Order => 0;

    public async ValueTask<ImmutableArray<SiteMapGroup>> ReadAsync(CancellationToken cancellationToken)
    {
        var context = http.HttpContext!; // a site map is made for a request
        var pages = await db.Set<ContentItemRow>().AsNoTracking().Where(Visibility.ReadableBy(Actor.Anonymous)).Where(row => row.ContentType == "Page")
            .Join(db.Set<ContentRouteRow>().Where(route => route.IsCurrent), row => row.ContentItemId, route => route.ContentItemId, (row, route) => new { row.PublishedVersionId, route.Path })
            .Join(db.Set<ContentVersionRow>(), page => page.PublishedVersionId, version => version.ContentItemVersionId, (page, version) => new { version.Json, page.Path })
            .OrderBy(page => page.Path).Take(MostPages).ToListAsync(cancellationToken);
        return
        [
            new(localizer["This site"],
            [
                new(localizer["Home"], addresses.OfPath("")!, []), // not null: the route has no required values
                .. pages.Select(page => new SiteMapPage(ContentItem.FromJson(page.Json).DisplayText ?? "", addresses.OfPath(page.Path)!, [], tenants.Tenant.Culture)), // as above
                .. Named((localizer["Search"], WellKnownRoutes.Search), (localizer["Subscribe"], ContentRouteNames.Subscribe), (localizer["Site map for programs"], ContentRouteNames.Sitemap)),
            ]),
        ];

        IEnumerable<SiteMapPage> Named(params (string Text, string Route)[] wanted) =>
            wanted.Select(page => (page.Text, Href: links.GetPathByName(context, page.Route))).Where(page => page.Href is not null).Select(page => new SiteMapPage(page.Text, page.Href!, [])); // null ones were left out
    }
}
