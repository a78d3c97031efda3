using System.Globalization;
using AgencyCMS.Accounts.Identification;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace AgencyCMS.Accounts.AskSession;

/// <summary>Tells the page of a person whether the session still holds and whose it is, and gives its forms the token of a session that was opened meanwhile.</summary>
[PublicAccess]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AskSessionEndpoint(CurrentSession session, IAntiforgery antiforgery) : Controller
{
    [HttpGet("account/session", Name = WellKnownRoutes.Session)]
    public IActionResult Show() => session.State is null
        ? Json(new { signedIn = false })
        : Json(new { signedIn = true, user = session.State.AccountId.ToString(CultureInfo.InvariantCulture), formToken = antiforgery.GetAndStoreTokens(HttpContext).RequestToken });
}
