using AgencyCMS.Modularity.Permissions;
using DotLiquid;
using Microsoft.AspNetCore.Mvc;

namespace NoticeBoard.ShowBoard;

[PublicAccess]
internal sealed class ShowBoardEndpoint : Controller
{
    [HttpGet("board", Name = "board")]
    public IActionResult Show() => View("ShowBoard", Template.Parse("{{ 'board' | capitalize }}").Render(System.Globalization.CultureInfo.InvariantCulture));
}
