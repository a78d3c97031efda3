using System.CommandLine;
using AgencyCMS.Modularity.Commands;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Operations.Backup;

/// <summary><c>backup DIR [--tenant NAME]</c></summary>
internal sealed class BackupCommand(BackupHandler handler, TenantDirectory directory) : IOperatorCommands
{
    public IEnumerable<Command> Create()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of the backup; the next one into the same folder copies only media that are new." };
        var name = new Option<string?>("--tenant") { Description = "Name of the one tenant; all and the county without it." };
        var backup = new Command("backup", "Copies stores and media while the server runs.") { folder, name };
        backup.SetAction((parsed, cancellationToken) => RunAsync(parsed, parsed.GetValue(folder)!, parsed.GetValue(name), cancellationToken)); // DIR is required
        yield return backup;
    }

    private async Task<int> RunAsync(ParseResult parsed, string folder, string? name, CancellationToken cancellationToken)
    {
        var tenant = name is null ? null : directory.FindByName(name);
        if (name is not null && tenant is null)
        {
            return CommandConsole.Failed(parsed, [TenantProblems.NotFound(name)]);
        }
        var outcome = await handler.HandleAsync(new BackupFolder(folder), tenant, TerminalProgress.Of(parsed, "tenants copied"), cancellationToken);
        if (!outcome.TryGet(out var manifest))
        {
            return CommandConsole.Failed(parsed, outcome.Problems);
        }
        var summary = new
        {
            Folder = Path.GetFullPath(folder),
            manifest.MadeAt,
            Tenants = manifest.Tenants.Count,
            Failed = manifest.Failed.Select(failure => new { failure.Name, failure.Error }).ToList(),
            Damaged = manifest.Damaged.Select(damage => new { damage.Name, damage.Path, damage.IsKept }).ToList(),
            Media = manifest.Tenants.Sum(one => one.Media.Count),
            Bytes = (manifest.County?.Length ?? 0) + manifest.Tenants.Sum(one => one.Store.Length + one.Media.Sum(medium => medium.Length)),
        };
        List<Problem> problems =
        [
            .. manifest.Failed.Select(failure => OperationsProblems.NotCopied(failure.Name, failure.Error)),
            .. manifest.Damaged.Select(damage => damage.IsKept ? OperationsProblems.MediumKept(damage.Name, damage.Path) : OperationsProblems.MediumNotCopied(damage.Name, damage.Path)),
        ];
        CommandConsole.Failed(parsed, problems);
        CommandConsole.Done(parsed, summary, FormattableString.Invariant($"{summary.Tenants} tenants and {summary.Media} media are in {summary.Folder}, {summary.Bytes:N0} bytes."));
        return problems.Count == 0 ? 0 : 1;
    }
}
