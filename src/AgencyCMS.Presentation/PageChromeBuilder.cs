using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Http;

namespace AgencyCMS.Presentation;

/// <summary>Builds what stands around the current page. Asked once by the layout, when the page has said what it is.</summary>
public sealed class PageChromeBuilder(
    TenantContext tenants,
    TenantAddresses addresses,
    TenantDirectory directory,
    IAgencyTitles titles,
    ISiteProfileSource profiles,
    IActorSource actors,
    NavigationMenus menus,
    PlatformLinks links,
    IFeatureServices<IChromeContributor> contributors)
{
    /// <param name="context">The current request.</param>
    /// <param name="page">What the page has said of itself.</param>
    /// <param name="isAdministration">True for the menu of the administration, false for that of the public site.</param>
    public async Task<PageChrome> BuildAsync(HttpContext context, PageInfo page, bool isAdministration)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(page);
        var tenant = tenants.Tenant;
        var profile = await profiles.GetAsync(context.RequestAborted);
        var actor = await actors.GetAsync();
        var chrome = new PageChrome
        {
            SiteTitle = profile.TitleOf(tenant),
            HomeHref = NavigationMenus.HomeHref(context),
            SiteDomain = context.Request.Host.Host,
            CanonicalHref = isAdministration ? null : PlatformLinks.CanonicalOf(context),
            Description = FirstOf(page.Article?.Description, page.Column?.Description, profile.Description, profile.TitleOf(tenant)),
            EmblemHref = EmblemHref(profile, context),
            ColoursHref = links.Colours(context, profile.PrimaryColour),
            County = addresses.County is { } county ? county with { Text = (await titles.GetAsync(context.RequestAborted)).Of(directory.County!) } : null, // it has an address, so it is there
            Navigation = isAdministration ? await menus.AdministrationAsync(context, actor, page) : [new NavigationSection("", await menus.PublicSiteAsync(context, actor, page))],
            Footer = FooterOf(tenant, profile) with { Links = isAdministration ? [] : await menus.FooterAsync(context, actor, page) },
            UserName = !actor.IsSignedIn ? null : actor.DisplayName.Length > 0 ? actor.DisplayName : actor.Name,
        };
        chrome = links.AddTo(chrome, context);
        foreach (var contributor in contributors.All)
        {
            chrome = await contributor.ContributeAsync(chrome, context.RequestAborted);
        }
        return chrome;
    }

    private static string FirstOf(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                return text;
            }
        }
        return "";
    }

    private static SiteFooter FooterOf(Tenant tenant, SiteProfile profile) => new()
    {
        Host = profile.HostUnit.Length > 0 && profile.HostUnit != tenant.Title ? profile.HostUnit : profile.TitleOf(tenant),
        Phone = profile.Phone,
        Address = profile.Address,
        IcpNumber = profile.IcpNumber,
        PoliceNumber = profile.PoliceNumber,
        SiteCode = tenant.SiteCode.Length > 0 ? tenant.SiteCode : profile.SiteCode,
        MarkHref = profile.MarkUrl.Length > 0 ? profile.MarkUrl : null,
        ReportErrorHref = profile.ReportErrorUrl.Length > 0 ? profile.ReportErrorUrl : null,
    };

    private string EmblemHref(SiteProfile profile, HttpContext context) => profile.Emblem switch
    {
        "" => links.DefaultEmblem(context, profile.PrimaryColour),
        ['~', '/', .. var path] => context.Request.PathBase.Add("/" + path).Value!, // never null: a slash was added
        _ => profile.Emblem,
    };
}
