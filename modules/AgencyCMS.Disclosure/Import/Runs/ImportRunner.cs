using System.Text.Encodings.Web;
using System.Text.Json;
using AgencyCMS.Disclosure.Import.Reading;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Tenants;
using Microsoft.Extensions.Logging;

namespace AgencyCMS.Disclosure.Import.Runs;

/// <summary>Carries out an import that was asked for in the administration, or goes on with one behind the line that was settled last.</summary>
internal sealed class ImportRunner(DisclosureImport import, ImportRuns runs, ImportFolder folder, ILogger<ImportRunner> logger)
{
    /// <summary>How counts and mappings are kept.</summary>
    public static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // An import that takes its process down with it must not do so for ever.
    private const int MostAttempts = 5;

    /// <param name="run">One that waits, or that a stopped process left behind. The caller holds its lock.</param>
    /// <param name="cancellationToken">The program ends; another process goes on.</param>
    public async Task RunAsync(ImportRunRow run, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            if (run.IsCancelAsked)
            {
                await runs.EndAsync(run, ImportState.Cancelled, null);
                return;
            }
            if (run.Attempts >= MostAttempts)
            {
                await runs.EndAsync(run, ImportState.Failed, KeptProblem.Write(ImportProblems.StoppedTooOften(MostAttempts)));
                return;
            }
            run.TotalLines = run.TotalLines > 0 ? run.TotalLines : await ImportFile.CountAsync(folder.TableOf(run), stop.Token);
            if (await runs.BeginAsync(run, stop.Token))
            {
                await ImportAsync(run, stop);
                await runs.EndAsync(run, ImportState.Done, null);
                if (!run.IsDryRun && await runs.FindOpenAsync(run, CancellationToken.None) is null)
                {
                    folder.RemoveUpload(run);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            if (!cancellationToken.IsCancellationRequested)
            {
                await runs.EndAsync(run, ImportState.Cancelled, null);
            }
        }
        catch (Exception exception)
        {
            // The edge of background work: the reason is kept where the person who asked for it looks.
            logger.LogError(exception, "The import {Run} of the tenant {Tenant} failed.", run.Id, run.TenantId);
            await runs.EndAsync(run, ImportState.Failed, KeptProblem.Write(ImportFile.IsUnreadable(exception) ? ImportFile.Describe(exception, run.FileName) : ImportProblems.Stopped()));
        }
    }

    /// <summary>The counts of a run so far.</summary>
    public static ImportReport ReportOf(ImportRunRow run)
    {
        var kept = run.Report.Length == 0 ? null : JsonSerializer.Deserialize<ImportReport>(run.Report, Format);
        return new ImportReport
        {
            File = run.FileName,
            IsDryRun = run.IsDryRun,
            ImportId = run.ImportId,
            AskedBy = run.AskedBy,
            OverwritesCorrections = run.OverwritesCorrections,
            MostRefusals = int.MaxValue,
            SettledLine = run.SettledLine,
            Lines = kept?.Lines ?? 0,
            Created = kept?.Created ?? 0,
            Updated = kept?.Updated ?? 0,
            Unchanged = kept?.Unchanged ?? 0,
            Refused = kept?.Refused ?? 0,
            Scheduled = kept?.Scheduled ?? 0,
            EntriesChosen = kept?.EntriesChosen ?? 0,
            Tenants = kept?.Tenants ?? [],
            TenantIds = kept?.TenantIds ?? [],
            Notes = kept?.Notes ?? [],
            NotesTotal = kept?.NotesTotal ?? 0,
            UnknownColumns = kept?.UnknownColumns ?? [],
        };
    }

    /// <summary>The mapping of a run.</summary>
    public static ImportMap MapOf(ImportRunRow run) => ImportMap.Read(run.Map);

    private static ImportRoute RouteOf(ImportRunRow run) =>
        new(run.IntoTenantId is { } id ? new TenantId(id) : null, run.ByColumn, run.Sites is null ? null : SiteNames.Read(run.Sites));

    private Task ImportAsync(ImportRunRow run, CancellationTokenSource stop) => import.RunAsync(
        folder.TableOf(run),
        RouteOf(run),
        MapOf(run),
        ReportOf(run),
        async report =>
        {
            run.RefusedBytes = await RefusedLines.AppendAsync(folder.RefusedOf(run), run.RefusedBytes, report.TakeRefusals());
            run.SettledLine = report.SettledLine;
            run.Report = JsonSerializer.Serialize(report, Format);
            if (!await runs.SaveAsync(run))
            {
                await stop.CancelAsync();
            }
            stop.Token.ThrowIfCancellationRequested();
        },
        stop.Token);
}
