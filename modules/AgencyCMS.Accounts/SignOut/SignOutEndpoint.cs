using AgencyCMS.Accounts.Identification;
using AgencyCMS.Accounts.Storage;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace AgencyCMS.Accounts.SignOut;

[SignedIn(BeforeOwnPassword = true)]
internal sealed class SignOutEndpoint(SessionStore sessions, CurrentSession current) : Controller
{
    [HttpPost("account/sign-out", Name = WellKnownRoutes.SignOut)]
    public async Task<IActionResult> Send(CancellationToken cancellationToken)
    {
        var state = current.State!; // only who has signed in comes here
        await sessions.RevokeAsync(state.AccountId, state.SessionId, state.UserName, cancellationToken);
        await HttpContext.SignOutAsync(AccountTicket.Scheme);
        return LocalRedirect("~/");
    }
}
