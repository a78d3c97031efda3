using System.CommandLine;
using System.Globalization;
using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Import.WithdrawImport;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Commands;
using AgencyCMS.Modularity.Permissions;

namespace AgencyCMS.Disclosure.Import.Command;

/// <summary>The command <c>import withdraw ID --reason TEXT --yes</c>.</summary>
internal sealed class WithdrawCommand(ImportRuns runs, WithdrawImportHandler handler, StoreSessions stores)
{
    public System.CommandLine.Command Create()
    {
        var id = new Argument<string>("id") { Description = "Id of the import, as the import printed it or as its page shows it." };
        var reason = new Option<string>("--reason") { Description = "Why; readers see it at the addresses of the items.", Required = true };
        var yes = new Option<bool>("--yes") { Description = "Do it; without it, only say what would be done." };
        var command = new System.CommandLine.Command("withdraw", "Take back what an import brought.") { id, reason, yes };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, parsed.GetValue(id)!, parsed.GetValue(reason)!, parsed.GetValue(yes), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, string id, string reason, bool isConfirmed, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(id, cancellationToken) is not { } run)
        {
            return CommandConsole.Failed(parsed, [ImportProblems.ImportNotFound(id)]);
        }
        var found = await handler.FindAsync(run, cancellationToken);
        if (!isConfirmed)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{run.FileName}: {found.Public} public items and {found.Internal} for the staff alone would be withdrawn ({found.Edited} of them edited since), {found.Scheduled} scheduled ones called off. Say --yes to do it.");
            return CommandConsole.Done(parsed, new { Id = run.ImportId, WouldWithdraw = found.Public + found.Internal, found.Public, found.Internal, found.Edited, found.Scheduled }, text);
        }
        var outcome = await handler.HandleAsync(run, reason, shown: null, Actor.System, cancellationToken);
        if (!outcome.TryGet(out var taken))
        {
            return CommandConsole.Failed(parsed, outcome.Problems);
        }
        foreach (var tenant in taken.Tenants)
        {
            await NodeBell.RingAsync(stores, tenant, CancellationToken.None);
        }
        return CommandConsole.Done(parsed, new { Id = run.ImportId, taken.Withdrawn, taken.CalledOff }, string.Create(CultureInfo.InvariantCulture, $"{run.FileName}: {taken.Withdrawn} items withdrawn, {taken.CalledOff} scheduled ones called off."));
    }
}
