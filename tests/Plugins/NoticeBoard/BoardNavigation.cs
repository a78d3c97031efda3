using AgencyCMS.Presentation;
using Microsoft.Extensions.Localization;

namespace NoticeBoard;

internal sealed class BoardNavigation(IStringLocalizer localizer) : INavigationProvider
{
    public IEnumerable<NavigationItem> Items => [new("board", localizer["Notice board"], "board", NavigationGroup.PublicSite, 90)];
}
