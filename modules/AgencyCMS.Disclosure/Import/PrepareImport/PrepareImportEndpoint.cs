using System.Globalization;
using AgencyCMS.Disclosure.Import.Runs;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Localisation;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Disclosure.Import.PrepareImport;

/// <summary>What the columns of an uploaded table mean, with its first lines; from here the import is begun.</summary>
[RequirePermission(DisclosurePermissions.ImportId)]
[Route("admin/import/{id:long}/mapping")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PrepareImportEndpoint(
    ImportRuns runs, PrepareImportQuery query, ImportFolder folder, ImportBell bell, ImportRights rights, TenantContext tenants, TenantDirectory directory, IStringLocalizer localizer)
    : Controller
{
    [HttpGet("", Name = DisclosureRoutes.PrepareImport)]
    public async Task<IActionResult> Show([FromRoute] long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } run)
        {
            return NotFound();
        }
        return run.State == ImportState.Prepared && folder.HasTable(run)
            ? View("PrepareImport", await query.ReadAsync(run, await rights.ChooseSiteAsync(), cancellationToken))
            : RedirectToRoute(DisclosureRoutes.Import, new { id });
    }

    /// <param name="id">The import.</param>
    /// <param name="form">How the table is understood.</param>
    /// <param name="act"><c>preview</c>, <c>rehearse</c> or <c>import</c>.</param>
    /// <param name="cancellationToken">Stops before anything is written.</param>
    [HttpPost("")]
    public async Task<IActionResult> Prepare([FromRoute] long id, [FromForm] PrepareImportForm form, [FromForm] string? act, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } run)
        {
            return NotFound();
        }
        var choosesSite = await rights.ChooseSiteAsync();
        if (!choosesSite && form.Into is not null)
        {
            return Forbid();
        }
        if (!folder.HasTable(run))
        {
            return Refuse(run, ImportProblems.UploadGone());
        }
        var problems = Apply(form, run, choosesSite);
        if (problems.Count > 0)
        {
            await query.FillAsync(form, run, choosesSite, cancellationToken);
            return this.Again("PrepareImport", form, problems, localizer);
        }
        run.IsDryRun = act == "rehearse";
        run.State = act is "rehearse" or "import" ? ImportState.Queued : ImportState.Prepared;
        if (!await runs.PrepareAsync(run, cancellationToken))
        {
            return Refuse(run, ImportProblems.BegunMeanwhile());
        }
        bell.Ring();
        return RedirectToRoute(run.State == ImportState.Prepared ? DisclosureRoutes.PrepareImport : DisclosureRoutes.Import, new { id });
    }

    private Task<ImportRunRow?> FindAsync(long id, CancellationToken cancellationToken) => runs.FindAsync(tenants.Tenant.Id, id, cancellationToken);

    private RedirectToRouteResult Refuse(ImportRunRow run, Problem problem)
    {
        TempData.AddAlert(AlertKind.Bad, localizer.Show(problem));
        return RedirectToRoute(DisclosureRoutes.Import, new { id = run.Id });
    }

    private List<Problem> Apply(PrepareImportForm form, ImportRunRow run, bool choosesSite)
    {
        var map = new ImportMap();
        foreach (var column in form.Columns)
        {
            map.Columns[column.Name] = column.Property is { } property && ImportMap.Known.Contains(property) ? property : "";
        }
        if (!string.IsNullOrEmpty(form.Entry))
        {
            map.Defaults["entry"] = form.Entry;
        }
        run.Map = map.Write();
        run.OverwritesCorrections = form.OverwritesCorrections;
        var competing = Competing(form);
        if (!choosesSite || competing.Count > 0)
        {
            return competing;
        }
        var isByColumn = form.Into == PrepareImportForm.ByColumn;
        var tenant = isByColumn ? null : Chosen(form.Into);
        run.IntoTenantId = tenant?.Id.Value;
        run.ByColumn = isByColumn ? form.By : null;
        run.Sites = isByColumn ? SiteNames.Of(directory).Write() : null;
        return isByColumn
            ? string.IsNullOrEmpty(form.By) ? [ImportProblems.SiteNotChosen() with { Field = nameof(form.By) }] : []
            : tenant is null ? [ImportProblems.SiteNotChosen()]
            : ImportRoute.Refuse(tenant) is { } problem ? [problem with { Field = nameof(form.Into) }] : [];
    }

    // The form says ids, which stay the sites' own while the form is open; who fills it in by program may say the name of now.
    private Tenant? Chosen(string? into) =>
        int.TryParse(into, CultureInfo.InvariantCulture, out var id) ? directory.Find(new TenantId(id)) : directory.FindByName(into ?? "");

    // Two columns for one property: which of them is meant is for the person to say.
    private static List<Problem> Competing(PrepareImportForm form) =>
    [
        .. from column in form.Columns.Index()
           where !string.IsNullOrEmpty(column.Item.Property)
           group column by column.Item.Property into same
           from further in same.Skip(1)
           select ImportProblems.ColumnsCompete(same.First().Item.Name, further.Item.Name) with { Kind = ProblemKind.Invalid, Field = $"Columns[{further.Index}].Property" },
    ];
}
