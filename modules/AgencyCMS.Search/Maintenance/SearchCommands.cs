using System.CommandLine;
using AgencyCMS.Modularity.Commands;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Search.Contracts;

namespace AgencyCMS.Search.Maintenance;

/// <summary><c>reindex [--tenant NAME]</c>: builds the indexes of this node anew, beside a running server.</summary>
internal sealed class SearchCommands(ISearchMaintenance maintenance, TenantDirectory directory) : IOperatorCommands
{
    public IEnumerable<Command> Create()
    {
        var tenant = new Option<string?>("--tenant") { Description = "Name of the one tenant whose index is built; all and the county's without it." };
        var reindex = new Command("reindex", "Builds search indexes anew while the old ones serve.") { tenant };
        reindex.SetAction((parsed, cancellationToken) => ReindexAsync(parsed, parsed.GetValue(tenant), cancellationToken));
        return [reindex];
    }

    private async Task<int> ReindexAsync(ParseResult parsed, string? name, CancellationToken cancellationToken)
    {
        var progress = Console.IsErrorRedirected ? null : new Progress<int>(count => parsed.InvocationConfiguration.Error.Write($"\r{count}"));
        if (name is null)
        {
            var rebuilt = await maintenance.RebuildAllAsync(progress, cancellationToken);
            Done(parsed, rebuilt.Documents);
            return rebuilt.Faults.Count == 0 ? 0 : CommandConsole.Failed(parsed, rebuilt.Faults.Select(SearchProblems.NotBuilt));
        }
        return directory.FindByName(name) is { } tenant
            ? Done(parsed, await maintenance.RebuildAsync(tenant, progress, cancellationToken))
            : CommandConsole.Failed(parsed, [SearchProblems.TenantUnknown(name)]);
    }

    private static int Done(ParseResult parsed, int count) =>
        CommandConsole.Done(parsed, new { Documents = count }, FormattableString.Invariant($"{count} documents indexed."));
}
