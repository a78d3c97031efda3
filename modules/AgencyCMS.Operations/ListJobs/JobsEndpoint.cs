using AgencyCMS.Modularity.Localisation;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Operations.Jobs;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Operations.ListJobs;

/// <summary>What runs in the background: when it comes, how it went, and a button to have it run now.</summary>
[RequirePermission(OperationsPermissions.ViewJobs)]
[Route("admin/operations/jobs")]
internal sealed class JobsEndpoint(JobsQuery query, JobCatalogue catalogue, JobScheduler scheduler, IStringLocalizer localizer) : Controller
{
    [HttpGet("", Name = OperationsRoutes.Jobs)]
    public async Task<IActionResult> Show([FromQuery] string? job, [FromQuery] int page, CancellationToken cancellationToken) =>
        View("BackgroundJobs", await query.ReadAsync(catalogue.Find(job ?? "")?.Name, Paging.Read(page), cancellationToken));

    [HttpPost("{name}/runs", Name = OperationsRoutes.RunJob)]
    public async Task<IActionResult> Run([FromRoute] string name, CancellationToken cancellationToken)
    {
        if (catalogue.Find(name) is not { } job)
        {
            return NotFound();
        }
        if (await scheduler.RunNowAsync(name, cancellationToken))
        {
            TempData.AddAlert(AlertKind.Good, localizer["The job was started: {0}", localizer[job.Description].Value]);
        }
        else
        {
            TempData.AddAlert(AlertKind.Bad, localizer.Show(OperationsProblems.JobsDoNotRun()));
        }
        return RedirectToRoute(OperationsRoutes.Jobs);
    }
}
