using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using AgencyCMS.Tenants.Contracts;
using AgencyCMS.Tenants.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Tenants.ConfirmTenantAction;

[RequirePermission(TenantPermissions.Manage)]
internal sealed class ConfirmTenantActionEndpoint(ITenantLifecycle lifecycle, TenantDirectory directory, IActorSource actors, IStringLocalizer localizer) : Controller
{
    [HttpGet("/admin/tenants/{id:int}/{verb:regex(^(suspend|resume|archive|delete|restore)$)}", Name = TenantRoutes.Confirm)]
    public IActionResult Ask([FromRoute] int id, [FromRoute] string verb) => Form(id, verb, null) is { } form ? View("ConfirmTenantAction", form) : NotFound();

    [HttpPost("/admin/tenants/{id:int}/{verb:regex(^(suspend|resume|archive|delete|restore)$)}")]
    public async Task<IActionResult> Do([FromRoute] int id, [FromRoute] string verb, [FromForm] string? text, CancellationToken cancellationToken)
    {
        if (Form(id, verb, text) is not { } form)
        {
            return NotFound();
        }
        var outcome = await ActAsync(form, await actors.GetAsync(), cancellationToken);
        if (!outcome.TryGet(out var tenant))
        {
            return this.Again("ConfirmTenantAction", form, outcome.Problems, localizer);
        }
        TempData.AddAlert(AlertKind.Good, localizer[form.Verb.Done, tenant.Title]);
        return RedirectToRoute(TenantRoutes.Show, new { id = tenant.Id });
    }

    private ConfirmForm? Form(int id, string verb, string? text) => directory.Find(new TenantId(id)) is { } tenant && TenantVerb.Find(verb) is { } found
        ? new ConfirmForm { Tenant = tenant, Verb = found, Text = text }
        : null;

    private async Task<Outcome<Tenant>> ActAsync(ConfirmForm form, Actor actor, CancellationToken cancellationToken)
    {
        if (form.Verb.NeedsName && form.Text?.Trim() != form.Tenant.Name)
        {
            return TenantRefusals.NameNotConfirmed(form.Tenant.Name);
        }
        var id = form.Tenant.Id;
        return form.Verb.Action switch
        {
            TenantAction.Suspended => await lifecycle.SuspendAsync(id, form.Text ?? "", actor, cancellationToken),
            TenantAction.Resumed => await lifecycle.ResumeAsync(id, null, actor, cancellationToken),
            TenantAction.Archived => await lifecycle.ArchiveAsync(id, actor, cancellationToken),
            TenantAction.Deleted => await lifecycle.DeleteAsync(id, actor, cancellationToken),
            _ => await lifecycle.RestoreAsync(id, actor, cancellationToken),
        };
    }
}
