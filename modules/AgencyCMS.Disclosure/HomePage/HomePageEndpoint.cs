using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Presentation;
using AgencyCMS.Presentation.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Disclosure.HomePage;

/// <summary>The first page of an agency's site.</summary>
[PublicAccess]
[PublicPage]
internal sealed class HomePageEndpoint(HomePageQuery query, IActorSource actors, PageInfo page, IStringLocalizer localizer) : Controller
{
    [HttpGet("", Name = DisclosureRoutes.Home)]
    public async Task<IActionResult> Show(CancellationToken cancellationToken)
    {
        var model = await query.ReadAsync(await actors.GetAsync(), cancellationToken);
        page.CurrentNavigation = "home";
        page.Column = new ColumnTags(localizer["Home"], model.Profile.Description.Length > 0 ? model.Profile.Description : model.SiteTitle, "政府信息公开", "首页");
        return View("DisclosureHome", model);
    }
}
