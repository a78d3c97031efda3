using AgencyCMS.Accounts.Contracts;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using AgencyCMS.Tenants.Domain;
using AgencyCMS.Tenants.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Tenants.HelpTenant;

/// <summary>Lets the county's staff work inside an agency for a limited time. The visit and its line in the agency's history are written together.</summary>
[RequirePermission(TenantPermissions.Help)]
internal sealed class HelpTenantEndpoint(
    IHelpVisits visits, TenantDirectory directory, TenantAddresses addresses, TenantHistory history, CountyDb db, IActorSource actors, IStringLocalizer localizer) : Controller
{
    [HttpGet("/admin/tenants/{id:int}/help", Name = TenantRoutes.Help)]
    public IActionResult Ask([FromRoute] int id) => Find(id) is { } tenant ? View("HelpTenant", new HelpTenantForm { Tenant = tenant }) : NotFound();

    [HttpPost("/admin/tenants/{id:int}/help")]
    public async Task<IActionResult> Start([FromRoute] int id, [FromForm] HelpTenantForm form, CancellationToken cancellationToken)
    {
        if (Find(id) is not { } tenant)
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            return this.Again("HelpTenant", form with { Tenant = tenant }, [], localizer);
        }
        var actor = await actors.GetAsync();
        await using var change = await db.Database.BeginTransactionAsync(cancellationToken);
        var started = await visits.StageStartAsync(tenant, actor, form.Reason ?? "", form.Minutes, cancellationToken);
        if (!started.TryGet(out var visit))
        {
            return this.Again("HelpTenant", form with { Tenant = tenant }, started.Problems, localizer);
        }
        history.Add(db, tenant, TenantAction.HelpStarted, tenant.State, tenant.State, $"{visit.Reason} ({form.Minutes} min)", actor);
        await db.SaveChangesAsync(CancellationToken.None);
        await change.CommitAsync(CancellationToken.None);
        TempData.AddAlert(AlertKind.Good, localizer["You can work inside “{0}” until {1}. Its staff read why.", tenant.Title, $"{tenant.ToLocal(visit.EndsAt):HH:mm}"]);
        return addresses.HomeOf(tenant) is { } home ? Redirect(home + "admin") : RedirectToRoute(TenantRoutes.Show, new { id });
    }

    [HttpPost("/admin/tenants/{id:int}/help/{visit:long}/end", Name = TenantRoutes.EndHelp)]
    public async Task<IActionResult> End([FromRoute] int id, [FromRoute] long visit, CancellationToken cancellationToken)
    {
        if (Find(id) is not { } tenant)
        {
            return NotFound();
        }
        var actor = await actors.GetAsync();
        await using var change = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await visits.StageEndAsync(tenant, visit, actor, cancellationToken) is { } ended)
        {
            history.Add(db, tenant, TenantAction.HelpEnded, tenant.State, tenant.State, ended.Reason, actor);
            await db.SaveChangesAsync(CancellationToken.None);
            await change.CommitAsync(CancellationToken.None);
        }
        TempData.AddAlert(AlertKind.Good, localizer["The visit is over."]);
        return RedirectToRoute(TenantRoutes.Show, new { id });
    }

    private Tenant? Find(int id) => directory.Find(new TenantId(id)) is { IsRunning: true, IsCounty: false } tenant ? tenant : null;
}
