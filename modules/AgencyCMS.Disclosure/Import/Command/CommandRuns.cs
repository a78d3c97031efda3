using System.Text.Json;
using AgencyCMS.Disclosure.Import.Runs;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Disclosure.Import.Command;

/// <summary>Writes the operator's imports into the history that the administration shows, so that they can be looked up and taken back there, too.</summary>
internal sealed class CommandRuns(ImportRuns runs, TenantDirectory directory, TimeProvider clock)
{
    /// <returns>Null before there is an office whose history it could stand in.</returns>
    public async Task<ImportRunRow?> BeginAsync(string fileName, ImportRoute route, ImportMap map, bool overwritesCorrections, CancellationToken cancellationToken) =>
        (route.Into ?? directory.County?.Id) is not { } place ? null : await runs.AddAsync(
            new ImportRunRow
            {
                TenantId = place.Value,
                // Nobody takes it up: only the command can. When it is killed, this stays and is true.
                State = ImportState.Failed,
                Error = KeptProblem.Write(ImportProblems.CommandNotEnded()),
                FileName = fileName,
                Folder = Guid.NewGuid().ToString("N"),
                IntoTenantId = route.Into?.Value,
                ByColumn = route.Column,
                Sites = route.Sites?.Write(),
                Map = map.Write(),
                OverwritesCorrections = overwritesCorrections,
                AskedBy = Actor.System.Name,
                CreatedAt = clock.GetUtcNow(),
            },
            cancellationToken);

    public async Task EndAsync(ImportRunRow run, ImportReport report)
    {
        (run.SettledLine, run.Report) = (report.SettledLine, JsonSerializer.Serialize(report, ImportRunner.Format));
        await runs.SaveAsync(run);
        await runs.EndAsync(run, ImportState.Done, null);
    }
}
