using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Disclosure.Import.Runs;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Localisation;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Disclosure.Import.WithdrawImport;

/// <summary>Takes an import back, after it was said what that means.</summary>
[RequirePermission(DisclosurePermissions.ImportId)]
[Route("admin/import/{id:long}/withdraw")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class WithdrawImportEndpoint(ImportRuns runs, WithdrawImportHandler handler, ImportRights rights, TenantContext tenants, IActorSource actors, IStringLocalizer localizer) : Controller
{
    [HttpGet("", Name = DisclosureRoutes.WithdrawImport)]
    public async Task<IActionResult> Show([FromRoute] long id, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(tenants.Tenant.Id, id, cancellationToken) is not { IsOpen: false, IsDryRun: false } run)
        {
            return NotFound();
        }
        return await IsAllowedAsync(run) ? View("WithdrawImport", await FillAsync(new WithdrawImportForm(), run, cancellationToken)) : Forbid();
    }

    [HttpPost("")]
    public async Task<IActionResult> Withdraw([FromRoute] long id, [FromForm] WithdrawImportForm form, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(tenants.Tenant.Id, id, cancellationToken) is not { IsDryRun: false } run)
        {
            return NotFound();
        }
        if (!await IsAllowedAsync(run))
        {
            return Forbid();
        }
        var outcome = await handler.HandleAsync(run, form.Reason, form.Shown ?? "", await actors.GetAsync(), cancellationToken);
        if (!outcome.TryGet(out var taken))
        {
            if (run.WithdrawnAt is not null)
            {
                // The page of the import says that it was taken back, and when.
                TempData.AddAlert(AlertKind.Warn, localizer.Show(outcome.Problems[0]));
                return RedirectToRoute(DisclosureRoutes.Import, new { id });
            }
            return this.Again("WithdrawImport", await FillAsync(form, run, cancellationToken), [.. outcome.Problems], localizer);
        }
        TempData.AddAlert(AlertKind.Good, localizer["{0} items were withdrawn, {1} scheduled ones called off.", taken.Withdrawn, taken.CalledOff]);
        return RedirectToRoute(DisclosureRoutes.Import, new { id });
    }

    private async Task<bool> IsAllowedAsync(ImportRunRow run) =>
        (await actors.GetAsync()).Can(ContentRights.Withdraw) && (run.IntoTenantId == tenants.Tenant.Id.Value || await rights.ChooseSiteAsync());

    private async Task<WithdrawImportForm> FillAsync(WithdrawImportForm form, ImportRunRow run, CancellationToken cancellationToken)
    {
        form.Run = run;
        form.Found = await handler.FindAsync(run, cancellationToken);
        return form;
    }
}
