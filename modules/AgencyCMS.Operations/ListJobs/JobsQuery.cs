using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Operations.Jobs;
using AgencyCMS.Operations.Storage;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Operations.ListJobs;

internal sealed class JobsQuery(JobCatalogue catalogue, JobScheduler scheduler, JobRuns runs, TenantDirectory directory, IStringLocalizer localizer)
{
    /// <param name="job">Name of the one job whose history is shown; null for all.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<JobsPage> ReadAsync(string? job, int page, CancellationToken cancellationToken)
    {
        var last = await runs.LastAsync(cancellationToken);
        var jobs = new List<JobLine>();
        foreach (var known in catalogue.All)
        {
            jobs.Add(new JobLine(known.Name, localizer[known.Description], await scheduler.FindNextAsync(known.Name, cancellationToken), last.GetValueOrDefault(known.Name)));
        }
        var (rows, total) = await runs.ListAsync(job, (page - 1) * JobsPage.Size, JobsPage.Size, cancellationToken);
        return new JobsPage(jobs, [.. rows.Select(row => new RunLine(row, TitleOf(row)))], total, page, job);
    }

    private string? TitleOf(JobRunRow row) => row.TenantId is { } id ? directory.Find(new TenantId(id))?.Title ?? id.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
}
