using System.Collections.Immutable;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using AgencyCMS.Presentation.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Contents.Subscribe;

/// <summary>Says to people what a feed is, where this site's is and, on the county's portal, where those of the agencies are.</summary>
[PublicAccess]
[PublicPage(IsCountyWide = true)]
internal sealed class SubscribeEndpoint(TenantContext tenants, TenantDirectory directory, TenantAddresses addresses, IAgencyTitles titles, PageInfo page, IStringLocalizer localizer) : Controller
{
    [HttpGet("/subscribe", Name = ContentRouteNames.Subscribe)]
    public async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        page.Title = localizer["Subscribe"];
        page.CurrentNavigation = "contents.subscribe";
        page.Column = new ColumnTags(page.Title, localizer["How to hear of new disclosures by a feed."], "订阅,RSS,Atom", "其他");
        page.Breadcrumbs.Add(new PageLink(page.Title, null, IsCurrent: true));
        return View("Subscribe", new SubscribePage(Url.Link(ContentRouteNames.Feed, null)!, tenants.Tenant.IsCounty ? Agencies(await titles.GetAsync(cancellationToken)) : [])); // not null: the route has no required values
    }

    private ImmutableArray<PageLink> Agencies(AgencyTitles names) =>
    [
        .. directory.All.Where(tenant => !tenant.IsCounty && tenant.IsRunning && tenant.HasFeature("AgencyCMS.Contents"))
            .Select(tenant => (Title: names.Of(tenant), Home: addresses.HomeOf(tenant))).Where(agency => agency.Home is not null).Select(agency => new PageLink(agency.Title, agency.Home + "feed.xml")),
    ];
}

/// <summary>Where feeds are.</summary>
/// <param name="FeedHref">The whole address of this site's feed, as it is given to a reader program.</param>
/// <param name="Agencies">Feeds of the agencies; empty on an agency's own site.</param>
internal sealed record SubscribePage(string FeedHref, ImmutableArray<PageLink> Agencies);
