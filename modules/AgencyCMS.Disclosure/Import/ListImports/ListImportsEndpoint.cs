using AgencyCMS.Disclosure.Import.Runs;
using AgencyCMS.Disclosure.Import.Uploading;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Disclosure.Import.ListImports;

/// <summary>The imports of the tenant, and the form that begins one with the upload of a file.</summary>
[RequirePermission(DisclosurePermissions.ImportId)]
[Route("admin/import")]
internal sealed class ListImportsEndpoint(ImportRuns runs, ImportUpload upload, ImportOptions options, TenantContext tenants, IActorSource actors, TimeProvider clock, IStringLocalizer localizer)
    : Controller
{
    // Somewhat above what may be configured, so that a file that is too large is refused with a sentence and not with a broken connection.
    private const long MaxFormBytes = 2L * 1024 * 1024 * 1024;

    [HttpGet("", Name = DisclosureRoutes.Imports)]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public async Task<IActionResult> Show([FromQuery] int page, CancellationToken cancellationToken) => View("ListImports", await ReadAsync(page, cancellationToken));

    [HttpPost("")]
    [RequestSizeLimit(MaxFormBytes)]
    [RequestFormLimits(MultipartBodyLengthLimit = MaxFormBytes)]
    public async Task<IActionResult> Upload([FromForm] IFormFile? file, CancellationToken cancellationToken)
    {
        Outcome<UploadedTable> taken = file is null ? ImportProblems.FileNotChosen() : await TakeAsync(file, cancellationToken);
        if (!taken.TryGet(out var table))
        {
            return this.Again("ListImports", await ReadAsync(1, cancellationToken), [.. taken.Problems], localizer);
        }
        var run = new ImportRunRow
        {
            TenantId = tenants.Tenant.Id.Value,
            State = ImportState.Prepared,
            FileName = table.Path,
            Folder = table.Folder,
            IntoTenantId = tenants.Tenant.Id.Value,
            Map = new ImportMap().Write(),
            AskedBy = (await actors.GetAsync()).Name,
            CreatedAt = clock.GetUtcNow(),
        };
        await runs.AddAsync(run, cancellationToken);
        return RedirectToRoute(DisclosureRoutes.PrepareImport, new { id = run.Id });
    }

    private async Task<Outcome<UploadedTable>> TakeAsync(IFormFile file, CancellationToken cancellationToken)
    {
        await using var content = file.OpenReadStream();
        return await upload.TakeAsync(tenants.Tenant.Id, file.FileName, file.Length, content, cancellationToken);
    }

    private async Task<ListImportsPage> ReadAsync(int page, CancellationToken cancellationToken)
    {
        var shown = Paging.Read(page);
        var (rows, total) = await runs.ListAsync(tenants.Tenant.Id, (shown - 1) * ListImportsPage.Size, ListImportsPage.Size, cancellationToken);
        return new ListImportsPage([.. rows.Select(row => new ImportListLine(row, ImportRunner.ReportOf(row)))], total, shown, options.MaxFileMegabytes);
    }
}
