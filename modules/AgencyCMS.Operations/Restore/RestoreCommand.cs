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
        var fromElsewhere = new Option<bool>("--from-elsewhere") { Description = "The backup was made by another installation; number and name of the tenant must be the same." };
        var restore = new Command("restore", "Puts a backup back: one tenant while the server runs, or all where nothing is.") { folder, name, fromElsewhere };
        restore.SetAction((parsed, cancellationToken) => parsed.GetValue(name) is { } tenant
            ? RestoreOneAsync(parsed, new BackupFolder(parsed.GetValue(folder)!), tenant, parsed.GetValue(fromElsewhere), cancellationToken) // DIR is required
            : RestoreAllAsync(parsed, new BackupFolder(parsed.GetValue(folder)!), cancellationToken));
        yield return restore;
    }

    private async Task<int> RestoreOneAsync(ParseResult parsed, BackupFolder folder, string name, bool isFromElsewhere, CancellationToken cancellationToken)
    {
        var outcome = await one.HandleAsync(folder, name, isFromElsewhere, cancellationToken);
        if (!outcome.TryGet(out var done))
        {
            return CommandConsole.Failed(parsed, outcome.Problems);
        }
        CommandConsole.Failed(parsed, done.Warnings);
        return CommandConsole.Done(
            parsed,
            new { Id = done.Tenant.Id.Value, done.Tenant.Name, done.Tenant.State, done.KeptIn },
            $"{done.Tenant.Name} was restored and is {done.Tenant.State}. What it had before is in {done.KeptIn}; remove that when it is not needed.");
    }

    private async Task<int> RestoreAllAsync(ParseResult parsed, BackupFolder folder, CancellationToken cancellationToken)
    {
        var outcome = await all.HandleAsync(folder, TerminalProgress.Of(parsed, "tenants restored"), cancellationToken);
        if (!outcome.TryGet(out var done))
        {
            return CommandConsole.Failed(parsed, outcome.Problems);
        }
        CommandConsole.Failed(parsed, done.Problems);
        CommandConsole.Done(parsed, new { done.MadeAt, done.Tenants, Problems = done.Problems.Count }, FormattableString.Invariant($"{done.Tenants} tenants were restored as of {done.MadeAt:u}."));
        return done.Problems.Count == 0 ? 0 : 1;
    }
}
