using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Presentation;
using AgencyCMS.Presentation.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Portal.AgencyList;

/// <summary>All agencies of the county.</summary>
[PublicAccess]
[PublicPage(IsCountyWide = true)]
internal sealed class AgencyListEndpoint(AgencyGroups groups, PageInfo page, IStringLocalizer localizer) : Controller
{
    [HttpGet("agencies", Name = PortalRoutes.Agencies)]
    public async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        page.Title = localizer["Agencies and townships"];
        page.CurrentNavigation = "agencies";
        page.Column = new ColumnTags(page.Title, page.Title, page.Title, "概况信息");
        page.Breadcrumbs.Add(new PageLink(page.Title, null, IsCurrent: true));
        return View("AgencyList", await groups.ReadAsync(cancellationToken));
    }
}
