using AgencyCMS.Presentation;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Contents;

internal sealed class ContentNavigation(IStringLocalizer localizer) : INavigationProvider
{
    public IEnumerable<NavigationItem> Items =>
    [
        new("contents.list", localizer["Content items"], ContentRouteNames.List, NavigationGroup.Content, 10) { Permission = ContentPermissions.ViewDrafts, Icon = "file" },
        new("contents.types", localizer["Content types"], ContentRouteNames.Types, NavigationGroup.Site, 30) { Permission = ContentPermissions.EditTypes, Icon = "list" },
        new("contents.settings", localizer["Site settings"], ContentRouteNames.Settings, NavigationGroup.Site, 10) { Permission = ContentPermissions.Settings, Icon = "settings" },
        new("contents.subscribe", localizer["Subscribe"], ContentRouteNames.Subscribe, NavigationGroup.Footer, 50),
        new("contents.site-map", localizer["Site map"], ContentRouteNames.SiteMapPage, NavigationGroup.Footer, 60),
    ];
}
