using System.Collections.Immutable;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Modularity.Presentation;

/// <summary>The menus of the current request: the modules' entries that this person may use, with their addresses.</summary>
public sealed class NavigationMenus(IFeatureServices<INavigationProvider> providers, LinkGenerator links, IStringLocalizer localizer)
{
    /// <summary>The navigation of the public site: home, and what the modules offer.</summary>
    public ImmutableArray<NavigationLink> PublicSite(HttpContext context, Actor actor, PageInfo page)
    {
        var home = new NavigationLink(localizer["Home"], HomeHref(context), "home", page.CurrentNavigation == "home");
        return [home, .. Links(NavigationGroup.PublicSite, context, actor, page)];
    }

    /// <summary>Links at the foot of the public site.</summary>
    public ImmutableArray<NavigationLink> Footer(HttpContext context, Actor actor, PageInfo page) =>
        [.. Links(NavigationGroup.Footer, context, actor, page)];

    /// <summary>The menu of the administration; groups without an entry are left out.</summary>
    public ImmutableArray<NavigationSection> Administration(HttpContext context, Actor actor, PageInfo page)
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
        return [.. groups.Select(group => new NavigationSection(group.Heading, [.. Links(group.Group, context, actor, page)])).Where(section => section.Links.Length > 0)];
    }

    internal static string HomeHref(HttpContext context) => context.Request.PathBase.Add("/").Value!; // never null: a slash was added

    private IEnumerable<NavigationLink> Links(NavigationGroup wanted, HttpContext context, Actor actor, PageInfo page) =>
        from item in providers.All.SelectMany(provider => provider.Items)
        where item.Group == wanted && (item.Permission is null || actor.Can(item.Permission))
        orderby item.Order, item.Id
        let href = links.GetPathByName(context, item.RouteName, item.RouteValues)
        where href is not null
        select new NavigationLink(item.Text, href, item.Icon, item.Id == page.CurrentNavigation);
}
