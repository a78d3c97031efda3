using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Disclosure.Import.Runs;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Localisation;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tables;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Disclosure.Import.ShowImport;

/// <summary>One import of the tenant: how far it is and what became of it.</summary>
[RequirePermission(DisclosurePermissions.ImportId)]
[Route("admin/import/{id:long}")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ImportRunEndpoint(
    ImportRuns runs, ImportFolder folder, ImportBell bell, ImportRights rights, TenantContext tenants, IActorSource actors, TimeProvider clock, IStringLocalizer localizer)
    : Controller
{
    [HttpGet("", Name = DisclosureRoutes.Import)]
    public async Task<IActionResult> Show([FromRoute] long id, [FromQuery] int page, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } run)
        {
            return NotFound();
        }
        return run.State == ImportState.Prepared && folder.HasTable(run)
            ? RedirectToRoute(DisclosureRoutes.PrepareImport, new { id })
            : View("ShowImport", await ImportPage.ReadAsync(run, folder, Paging.Read(page), cancellationToken) with { MayTakeBack = (await actors.GetAsync()).Can(ContentRights.Withdraw) });
    }

    [HttpPost("cancel", Name = DisclosureRoutes.CancelImport)]
    public async Task<IActionResult> Cancel([FromRoute] long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } run)
        {
            return NotFound();
        }
        await runs.CancelAsync(run, cancellationToken);
        return RedirectToRoute(DisclosureRoutes.Import, new { id });
    }

    /// <summary>Begins a further import with the same upload and mapping, so that the history shows both.</summary>
    [HttpPost("repeat", Name = DisclosureRoutes.RepeatImport)]
    public async Task<IActionResult> Repeat([FromRoute] long id, [FromForm] string? act, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } run)
        {
            return NotFound();
        }
        if (!folder.HasTable(run))
        {
            TempData.AddAlert(AlertKind.Bad, localizer.Show(ImportProblems.UploadGone()));
            return RedirectToRoute(DisclosureRoutes.Import, new { id });
        }
        if (run.IntoTenantId != tenants.Tenant.Id.Value && !await rights.ChooseSiteAsync())
        {
            return Forbid();
        }
        if (await runs.FindOpenAsync(run, cancellationToken) is { } open)
        {
            // Pressed twice, or by two people.
            return RedirectToRoute(DisclosureRoutes.Import, new { id = open.Id });
        }
        var next = await runs.AddAsync(
            new ImportRunRow
            {
                TenantId = run.TenantId,
                State = act == "import" ? ImportState.Queued : ImportState.Prepared,
                FileName = run.FileName,
                Folder = run.Folder,
                IntoTenantId = run.IntoTenantId,
                ByColumn = run.ByColumn,
                Sites = run.Sites,
                Map = run.Map,
                OverwritesCorrections = run.OverwritesCorrections,
                AskedBy = (await actors.GetAsync()).Name,
                CreatedAt = clock.GetUtcNow(),
            },
            cancellationToken);
        bell.Ring();
        return RedirectToRoute(DisclosureRoutes.Import, new { id = next.Id });
    }

    [HttpPost("remove", Name = DisclosureRoutes.RemoveImport)]
    public async Task<IActionResult> Remove([FromRoute] long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { IsOpen: false } run)
        {
            return NotFound();
        }
        await runs.RemoveAsync(run, cancellationToken);
        if (!await runs.IsUsedAsync(run, cancellationToken))
        {
            folder.Remove(tenants.Tenant.Id, run.Folder);
        }
        TempData.AddAlert(AlertKind.Good, localizer["The import “{0}” was removed from the list; what it brought stays.", run.FileName]);
        return RedirectToRoute(DisclosureRoutes.Imports);
    }

    /// <summary>The refused lines with their reasons and all that stood in them, to be mended and imported again.</summary>
    [HttpGet("refused.csv", Name = DisclosureRoutes.RefusedLines)]
    public async Task<IActionResult> Refused([FromRoute] long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } run)
        {
            return NotFound();
        }
        Response.ContentType = CsvTable.MediaType;
        Response.Headers.ContentDisposition = $"attachment; filename=refused-{run.Id}.csv";
        await RefusedTable.WriteAsync(Response.Body, () => RefusedLines.ReadAsync(folder.RefusedOf(run), run.RefusedBytes, cancellationToken), localizer);
        return new EmptyResult();
    }

    private Task<ImportRunRow?> FindAsync(long id, CancellationToken cancellationToken) => runs.FindAsync(tenants.Tenant.Id, id, cancellationToken);
}
