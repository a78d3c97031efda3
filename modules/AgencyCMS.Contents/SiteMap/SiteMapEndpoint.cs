using System.Collections.Immutable;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Presentation;
using AgencyCMS.Presentation.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Contents.SiteMap;

/// <summary>All pages of the site in one place, for people; programs read <c>/sitemap.xml</c>.</summary>
[PublicAccess]
[PublicPage(IsCountyWide = true)]
internal sealed class SiteMapEndpoint(IFeatureServices<ISiteMapSource> sources, PageInfo page, IStringLocalizer localizer) : Controller
{
    [HttpGet("/sitemap", Name = ContentRouteNames.SiteMapPage)]
    public async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        page.Title = localizer["Site map"];
        page.CurrentNavigation = "contents.site-map";
        page.Column = new ColumnTags(page.Title, localizer["All pages of this site in one place."], "网站地图", "其他");
        page.Breadcrumbs.Add(new PageLink(page.Title, null, IsCurrent: true));
        var groups = ImmutableArray.CreateBuilder<SiteMapGroup>();
        foreach (var source in sources.All.OrderBy(source => source.Order))
        {
            groups.AddRange((await source.ReadAsync(cancellationToken)).Where(group => group.Pages.Length > 0));
        }
        return View("SiteMap", groups.ToImmutable());
    }
}
