using AgencyCMS.Data.County;
using AgencyCMS.Disclosure.Import.Attaching;
using AgencyCMS.Disclosure.Import.Reading;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Disclosure.Import;

/// <summary>Imports a file into one tenant, or into many by a column. Safe to repeat and to break off: what was taken over stands and is recognised.</summary>
internal sealed class DisclosureImport(TenantDirectory directory, TenantRecords records, WorkLocks locks, TenantScopes scopes)
{
    private const int BatchSize = 500;

    // With many tenants, some batches grow slowly: after so many lines all are written, so that a point is reached behind which an import can go on.
    private const int LinesBetweenSettling = 2000;

    // Of the texts of lines that wait to be written; what becomes of them takes several times as much memory.
    private const long MaxWaitingCharacters = 8 * 1024 * 1024;

    /// <param name="path">File of one of <see cref="ImportFile.Formats"/>; attachments lie in its folder.</param>
    /// <param name="route">Which tenants the lines go to.</param>
    /// <param name="map">How columns and values are understood.</param>
    /// <param name="report">Filled while the import goes on. Lines up to its <see cref="ImportReport.SettledLine"/> are passed over.</param>
    /// <param name="settled">Told whenever all lines read so far are settled, and at the end; null when nobody looks.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    public async Task RunAsync(string path, ImportRoute route, ImportMap map, ImportReport report, Func<ImportReport, Task>? settled, CancellationToken cancellationToken)
    {
        var waiting = new Dictionary<TenantId, List<ImportLine>>();
        var seen = new Dictionary<Guid, int>();
        var (last, count, characters) = (report.SettledLine, 0, 0L);
        await foreach (var record in ImportFile.ReadAsync(path, cancellationToken))
        {
            var line = AttachmentFolder.Find(ImportLine.Read(record, map), path);
            var (tenant, fault) = route.Find(directory, record, line, map);
            var first = tenant is null ? line.Line : seen.TryGetValue(line.IdentityIn(tenant.Id), out var known) ? known : seen[line.IdentityIn(tenant.Id)] = line.Line;
            if (line.Line <= report.SettledLine)
            {
                continue;
            }
            last = line.Line;
            Count(line, route, report);
            if (tenant is null || line.Faults.Count > 0 || first != line.Line)
            {
                report.Refuse(line, fault is not null ? line.Faults.Append(fault) : line.Faults.Count > 0 ? line.Faults : [ImportProblems.LineTwice(first)]);
            }
            else if (Wait(waiting, tenant.Id, line) is { Count: >= BatchSize } batch)
            {
                await WriteAsync(tenant.Id, batch, report, cancellationToken);
            }
            characters += line.Body?.Length ?? 0;
            if (++count % LinesBetweenSettling == 0 || characters > MaxWaitingCharacters || (route.Column is null && count % BatchSize == 0))
            {
                await SettleAsync(waiting, last, report, settled, cancellationToken);
                characters = 0;
            }
        }
        await SettleAsync(waiting, last, report, settled, cancellationToken);
    }

    private static void Count(ImportLine line, ImportRoute route, ImportReport report)
    {
        report.Lines++;
        foreach (var column in line.Unknown.Where(column => column != route.Column))
        {
            report.UnknownColumns[column] = report.UnknownColumns.GetValueOrDefault(column) + 1;
        }
    }

    private static List<ImportLine> Wait(Dictionary<TenantId, List<ImportLine>> waiting, TenantId tenant, ImportLine line)
    {
        var batch = waiting.TryGetValue(tenant, out var known) ? known : waiting[tenant] = [];
        batch.Add(line);
        return batch;
    }

    private async Task SettleAsync(Dictionary<TenantId, List<ImportLine>> waiting, int line, ImportReport report, Func<ImportReport, Task>? settled, CancellationToken cancellationToken)
    {
        foreach (var (tenant, batch) in waiting.Where(pair => pair.Value.Count > 0))
        {
            await WriteAsync(tenant, batch, report, cancellationToken);
        }
        report.SettledLine = line;
        await (settled?.Invoke(report) ?? Task.CompletedTask);
    }

    private async Task WriteAsync(TenantId id, List<ImportLine> batch, ImportReport report, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // Whoever replaces the store shuts the site and then waits for this: what is written is either kept or told not to be.
        await using var writing = await locks.TakeAsync(WorkLocks.NameOfWriting(id), cancellationToken);
        if (directory.Find(id) is not { } tenant)
        {
            batch.ForEach(line => report.Refuse(line, [ImportProblems.TenantUnknown(id.ToString())]));
        }
        else if (!await records.IsRunningAsync(id, cancellationToken))
        {
            batch.ForEach(line => report.Refuse(line, [ImportProblems.TenantNotRunning(tenant.Name)]));
        }
        else
        {
            await using var scope = scopes.Open(tenant, Actor.Service("import"));
            await scope.ServiceProvider.GetRequiredService<ImportTarget>().ImportAsync(batch, report, cancellationToken);
        }
        batch.Clear();
    }
}
