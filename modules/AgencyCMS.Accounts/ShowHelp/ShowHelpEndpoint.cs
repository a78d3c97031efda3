using AgencyCMS.Accounts.Contracts;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Accounts.ShowHelp;

/// <summary>Tells an agency's staff when the county office worked inside their site, and lets their administrator end a visit.</summary>
internal sealed class ShowHelpEndpoint(IHelpVisits visits, CountyDb db, TenantContext current, IActorSource actors, IStringLocalizer localizer) : Controller
{
    private const int Lines = 50;

    [StaffOnly]
    [HttpGet("admin/help", Name = AccountRoutes.Help)]
    public async Task<IActionResult> Show(CancellationToken cancellationToken) => View(
        "ShowHelp", new HelpPage(await visits.ListAsync(current.Tenant.Id, Lines, cancellationToken), (await actors.GetAsync()).Can(AccountPermissions.ManageMembers)));

    [RequirePermission(AccountPermissions.ManageMembers)]
    [HttpPost("admin/help/{id:long}/end", Name = AccountRoutes.EndHelp)]
    public async Task<IActionResult> End([FromRoute] long id, CancellationToken cancellationToken)
    {
        await using var change = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await visits.StageEndAsync(current.Tenant, id, await actors.GetAsync(), cancellationToken) is not null)
        {
            await db.SaveChangesAsync(CancellationToken.None);
            await change.CommitAsync(CancellationToken.None);
        }
        TempData.AddAlert(AlertKind.Good, localizer["The visit is over."]);
        return RedirectToRoute(AccountRoutes.Help);
    }
}

/// <summary>The visits, newest first.</summary>
internal sealed record HelpPage(IReadOnlyList<HelpVisit> Visits, bool MayEnd);
