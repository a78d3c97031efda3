using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Identification;
using AgencyCMS.Accounts.Navigation;
using AgencyCMS.Accounts.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Accounts.Profile;

[SignedIn]
internal sealed class ProfileEndpoint(
    OwnAccount own, CountyDb db, SecondFactor factor, SessionStore sessions, WorkplaceQuery workplaces, TimeProvider clock, IStringLocalizer localizer) : Controller
{
    [HttpGet("account", Name = AccountRoutes.Profile)]
    public async Task<IActionResult> Show(CancellationToken cancellationToken)
    {
        var account = await own.GetAsync(cancellationToken);
        return View("Profile", new ProfilePage(
            account.UserName,
            account.LastSignInAt,
            account.HasSecondFactor,
            await factor.CountCodesAsync(account.Id, cancellationToken),
            (await sessions.ListAsync(account.Id, cancellationToken)).Count,
            await workplaces.ListAsync(account.Id, HttpContext, cancellationToken))
        {
            DisplayName = account.DisplayName,
        });
    }

    [HttpPost("account")]
    public async Task<IActionResult> Send([FromForm] string? displayName, CancellationToken cancellationToken)
    {
        var account = await own.GetAsync(cancellationToken);
        var name = DisplayNames.Clean(displayName);
        if (name != account.DisplayName)
        {
            account.DisplayName = name;
            account.Version++;
            db.Record(account.Id, AccountEventKind.Renamed, account.UserName, clock.GetUtcNow(), name);
            await db.SaveChangesAsync(cancellationToken);
        }
        TempData.AddAlert(AlertKind.Good, localizer["Saved."]);
        return RedirectToRoute(AccountRoutes.Profile);
    }
}
