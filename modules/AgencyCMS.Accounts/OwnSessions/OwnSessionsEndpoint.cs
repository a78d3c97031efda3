using AgencyCMS.Accounts.Identification;
using AgencyCMS.Accounts.Storage;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Accounts.OwnSessions;

[SignedIn]
internal sealed class OwnSessionsEndpoint(OwnAccount own, SessionStore sessions, IStringLocalizer localizer) : Controller
{
    [HttpGet("account/sessions", Name = AccountRoutes.Sessions)]
    public async Task<IActionResult> Show(CancellationToken cancellationToken)
    {
        ViewData["Current"] = own.Session.SessionId;
        return View("OwnSessions", await sessions.ListAsync(own.Session.AccountId, cancellationToken));
    }

    [HttpPost("account/sessions/{id}/revocation", Name = AccountRoutes.Sessions + ".revoke")]
    public async Task<IActionResult> Revoke([FromRoute] string id, CancellationToken cancellationToken)
    {
        await sessions.RevokeAsync(own.Session.AccountId, id, own.Session.UserName, cancellationToken);
        TempData.AddAlert(AlertKind.Good, localizer["The session was ended."]);
        return RedirectToRoute(AccountRoutes.Sessions);
    }

    [HttpPost("account/sessions/others/revocation", Name = AccountRoutes.Sessions + ".revoke-others")]
    public async Task<IActionResult> RevokeOthers(CancellationToken cancellationToken)
    {
        await sessions.RevokeOthersAsync(own.Session.AccountId, own.Session.SessionId, own.Session.UserName, cancellationToken);
        TempData.AddAlert(AlertKind.Good, localizer["Your other sessions were ended."]);
        return RedirectToRoute(AccountRoutes.Sessions);
    }
}
