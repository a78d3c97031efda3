using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Portal.AgencyList;
using AgencyCMS.Portal.Publications;
using AgencyCMS.Presentation;
using AgencyCMS.Presentation.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Portal.CountyHome;

/// <summary>The first page of the county's portal. Stands before the first page that every agency has.</summary>
[PublicAccess]
[PublicPage(IsCountyWide = true)]
internal sealed class CountyHomeEndpoint(
    LatestPublications publications, AgencyGroups groups, TenantAddresses addresses, TenantContext context, ISiteProfileSource profiles, IAgencyTitles titles, StandingPages pages, PageInfo page, LinkGenerator links, IStringLocalizer localizer)
    : Controller
{
    private const int LatestShown = 12;

    [HttpGet("", Name = PortalRoutes.Home, Order = -1)]
    public async Task<IActionResult> Show(CancellationToken cancellationToken)
    {
        var names = await titles.GetAsync(cancellationToken);
        var title = names.Of(context.Tenant);
        page.CurrentNavigation = "home";
        page.Column = new ColumnTags(localizer["Home"], title, "政府信息公开", "首页");
        var latest = await publications.ReadAsync(LatestShown, cancellationToken);
        return View("CountyHome", new CountyHomePage
        {
            Title = title,
            Latest = [.. latest.Select(item => (item, home: addresses.HomeOf(item.Agency))).Where(pair => pair.home is not null)
                .Select(pair => new CountyHomeItem(pair.item.Title, pair.home + pair.item.Path, names.Of(pair.item.Agency), pair.item.PublishedAt))],
            Groups = await groups.ReadAsync(cancellationToken),
            GuideHref = await pages.IsThereAsync(StandingPages.Guide, cancellationToken) ? Url.Content("~/" + StandingPages.Guide) : null,
            CatalogueHref = links.GetPathByName(HttpContext, "disclosure.catalogue"),
            SearchHref = links.GetPathByName(HttpContext, WellKnownRoutes.Search),
            Profile = await profiles.GetAsync(cancellationToken),
        });
    }
}
