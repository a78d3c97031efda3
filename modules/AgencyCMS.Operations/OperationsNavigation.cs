using AgencyCMS.Presentation;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Operations;

internal sealed class OperationsNavigation(IStringLocalizer localizer) : INavigationProvider
{
    public IEnumerable<NavigationItem> Items =>
    [
        new(OperationsRoutes.Jobs, localizer["Background jobs"], OperationsRoutes.Jobs, NavigationGroup.County, 90) { Icon = "clock", Permission = OperationsPermissions.ViewJobs },
    ];
}
