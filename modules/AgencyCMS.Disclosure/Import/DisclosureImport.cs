using AgencyCMS.Disclosure.Import.Reading;
using AgencyCMS.Modularity.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Disclosure.Import;

/// <summary>Imports a file into one tenant, or into many by a column. Safe to repeat and to break off: what was taken over stands and is recognised.</summary>
internal sealed class DisclosureImport(TenantDirectory directory, TenantScopes scopes)
{
    private const int BatchSize = 200;

    /// <param name="path">File of one of <see cref="ImportFile.Formats"/>.</param>
    /// <param name="route">Which tenants the lines go to.</param>
    /// <param name="map">How columns and values are understood.</param>
    /// <param name="report">Filled while the import goes on.</param>
    /// <param name="progress">Told after every batch; null when nobody looks.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    public async Task RunAsync(string path, ImportRoute route, ImportMap map, ImportReport report, Action<ImportReport>? progress, CancellationToken cancellationToken)
    {
        var waiting = new Dictionary<TenantId, List<ImportLine>>();
        await foreach (var record in ImportFile.ReadAsync(path, cancellationToken))
        {
            report.Lines++;
            var line = ImportLine.Read(record, map);
            foreach (var column in line.Unknown.Where(column => column != route.Column))
            {
                report.UnknownColumns[column] = report.UnknownColumns.GetValueOrDefault(column) + 1;
            }
            var (tenant, fault) = route.Find(directory, record, line, map);
            if (tenant is null || line.Faults.Count > 0)
            {
                report.Refuse(line.Line, line.Title, fault is null ? line.Faults : line.Faults.Append(fault));
                continue;
            }
            var batch = waiting.TryGetValue(tenant.Id, out var known) ? known : waiting[tenant.Id] = [];
            batch.Add(line);
            if (batch.Count >= BatchSize)
            {
                await WriteAsync(tenant.Id, batch, report, cancellationToken);
                progress?.Invoke(report);
            }
        }
        foreach (var (tenant, batch) in waiting.Where(pair => pair.Value.Count > 0))
        {
            await WriteAsync(tenant, batch, report, cancellationToken);
            progress?.Invoke(report);
        }
    }

    private async Task WriteAsync(TenantId id, List<ImportLine> batch, ImportReport report, CancellationToken cancellationToken)
    {
        if (directory.Find(id) is not { } tenant)
        {
            batch.ForEach(line => report.Refuse(line.Line, line.Title, ["The tenant is gone."]));
        }
        else
        {
            await using var scope = scopes.Open(tenant);
            await scope.ServiceProvider.GetRequiredService<ImportTarget>().ImportAsync(batch, report, cancellationToken);
        }
        batch.Clear();
    }
}
