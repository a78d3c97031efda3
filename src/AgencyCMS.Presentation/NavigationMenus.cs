using System.Collections.Immutable;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Presentation;

/// <summary>The menus of the current request: the modules' entries that this person may use, with their addresses.</summary>
public sealed class NavigationMenus(IFeatureServices<INavigationProvider> providers, LinkGenerator links, IStringLocalizer localizer)
{
    /// <summary>The navigation of the public site: home, and what the modules offer.</summary>
    public async Task<ImmutableArray<NavigationLink>> PublicSiteAsync(HttpContext context, Actor actor, PageInfo page)
    {
        var home = new NavigationLink(localizer["Home"], HomeHref(context), "home", page.CurrentNavigation == "home");
        return [home, .. await LinksAsync(NavigationGroup.PublicSite, context, actor, page)];
    }

    /// <summary>Links at the foot of the public site.</summary>
    public Task<ImmutableArray<NavigationLink>> FooterAsync(HttpContext context, Actor actor, PageInfo page) => LinksAsync(NavigationGroup.Footer, context, actor, page);

    /// <summary>The menu of the administration; groups without an entry are left out.</summary>
    public async Task<ImmutableArray<NavigationSection>> AdministrationAsync(HttpContext context, Actor actor, PageInfo page)
    {
        (NavigationGroup Group, string Heading)[] groups =
        [
            (NavigationGroup.Overview, localizer["Overview"]),
            (NavigationGroup.Content, localizer["Content"]),
            (NavigationGroup.Disclosure, localizer["Disclosure"]),
            (NavigationGroup.Cases, localizer["Cases"]),
            (NavigationGroup.Site, localizer["Site"]),
            (NavigationGroup.County, localizer["County"]),
        ];
        var sections = ImmutableArray.CreateBuilder<NavigationSection>();
        foreach (var (group, heading) in groups)
        {
            if (await LinksAsync(group, context, actor, page) is { Length: > 0 } links)
            {
                sections.Add(new NavigationSection(heading, links));
            }
        }
        return sections.ToImmutable();
    }

    internal static string HomeHref(HttpContext context) => context.Request.PathBase.Add("/").Value!; // never null: a slash was added

    private async Task<ImmutableArray<NavigationLink>> LinksAsync(NavigationGroup wanted, HttpContext context, Actor actor, PageInfo page)
    {
        var shown = ImmutableArray.CreateBuilder<NavigationLink>();
        foreach (var item in providers.All.SelectMany(provider => provider.Items)
            .Where(item => item.Group == wanted && (item.Permission is null || actor.Can(item.Permission))).OrderBy(item => item.Order).ThenBy(item => item.Id, StringComparer.Ordinal))
        {
            if (links.GetPathByName(context, item.RouteName, item.RouteValues) is { } href && (item.IsThere is null || await item.IsThere(context.RequestAborted)))
            {
                shown.Add(new NavigationLink(item.Text, href, item.Icon, item.Id == page.CurrentNavigation));
            }
        }
        return shown.ToImmutable();
    }
}
