using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Identification;
using AgencyCMS.Accounts.Navigation;
using AgencyCMS.Accounts.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Accounts.Profile;

[SignedIn]
internal sealed class ProfileEndpoint(
    OwnAccount own, CountyDb db, SecondFactor factor, SessionStore sessions, WorkplaceQuery workplaces, TimeProvider clock, IStringLocalizer localizer) : Controller
{
    [HttpGet("account", Name = AccountRoutes.Profile)]
    public async Task<IActionResult> Show(CancellationToken cancellationToken) => View("Profile", await PageAsync(null, cancellationToken));

    [HttpPost("account")]
    public async Task<IActionResult> Send([FromForm] string? displayName, CancellationToken cancellationToken)
    {
        if (DisplayNames.Check(displayName).ToList() is { Count: > 0 } problems)
        {
            return this.Again("Profile", await PageAsync(displayName, cancellationToken), problems, localizer);
        }
        var name = DisplayNames.Clean(displayName);
        await using var change = await db.BeginChangeAsync(own.Session.AccountId, cancellationToken);
        var account = await own.GetAsync(cancellationToken);
        if (name != account.DisplayName)
        {
            account.DisplayName = name;
            account.Version++;
            db.Record(account.Id, AccountEventKind.Renamed, account.UserName, clock.GetUtcNow(), name);
            await db.SaveChangesAsync(cancellationToken);
            await change.CommitAsync(CancellationToken.None);
        }
        TempData.AddAlert(AlertKind.Good, localizer["Saved."]);
        return RedirectToRoute(AccountRoutes.Profile);
    }

    private async Task<ProfilePage> PageAsync(string? typedName, CancellationToken cancellationToken)
    {
        var account = await own.GetAsync(cancellationToken);
        return new ProfilePage(
            account.UserName,
            account.LastSignInAt,
            account.HasSecondFactor,
            await factor.CountCodesAsync(account.Id, cancellationToken),
            (await sessions.ListAsync(account.Id, cancellationToken)).Count,
            await workplaces.ListAsync(account.Id, HttpContext, cancellationToken))
        {
            DisplayName = typedName ?? account.DisplayName,
        };
    }
}
