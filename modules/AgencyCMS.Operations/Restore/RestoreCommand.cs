using System.CommandLine;
using AgencyCMS.Modularity.Commands;
using AgencyCMS.Operations.Backup;

namespace AgencyCMS.Operations.Restore;

/// <summary><c>restore DIR [--tenant NAME]</c></summary>
internal sealed class RestoreCommand(RestoreTenantHandler one, RestoreAllHandler all) : IOperatorCommands
{
    public IEnumerable<Command> Create()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of the backup." };
        var name = new Option<string?>("--tenant") { Description = "Name of the one tenant, which must be here; without it all are restored into empty stores." };
        var restore = new Command("restore", "Puts a backup back: one tenant while the server runs, or all where nothing is.") { folder, name };
        restore.SetAction((parsed, cancellationToken) => RunAsync(parsed, new BackupFolder(parsed.GetValue(folder)!), parsed.GetValue(name), cancellationToken)); // DIR is required
        yield return restore;
    }

    private Task<int> RunAsync(ParseResult parsed, BackupFolder folder, string? name, CancellationToken cancellationToken) =>
        name is null ? RestoreAllAsync(parsed, folder, cancellationToken) : RestoreOneAsync(parsed, folder, name, cancellationToken);

    private async Task<int> RestoreOneAsync(ParseResult parsed, BackupFolder folder, string name, CancellationToken cancellationToken)
    {
        var outcome = await one.HandleAsync(folder, name, cancellationToken);
        return outcome.TryGet(out var tenant)
            ? CommandConsole.Done(parsed, new { Id = tenant.Id.Value, tenant.Name, tenant.State }, $"{tenant.Name} was restored and is {tenant.State}.")
            : CommandConsole.Failed(parsed, outcome.Problems);
    }

    private async Task<int> RestoreAllAsync(ParseResult parsed, BackupFolder folder, CancellationToken cancellationToken)
    {
        var outcome = await all.HandleAsync(folder, TerminalProgress.Of(parsed, "tenants restored"), cancellationToken);
        return outcome.TryGet(out var manifest)
            ? CommandConsole.Done(parsed, new { manifest.MadeAt, Tenants = manifest.Tenants.Count }, FormattableString.Invariant($"{manifest.Tenants.Count} tenants were restored as of {manifest.MadeAt:u}."))
            : CommandConsole.Failed(parsed, outcome.Problems);
    }
}
