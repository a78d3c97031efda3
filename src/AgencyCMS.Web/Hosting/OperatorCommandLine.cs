using System.Collections.Concurrent;
using System.CommandLine;
using AgencyCMS.Data.Changes;
using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Commands;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Web.Hosting;

/// <summary>The operator's commands: what follows the program's name and is not an option is a command.</summary>
internal static class OperatorCommandLine
{
    private static readonly Option<bool> Details = new("--details") { Description = "When the command fails, print all that is known of why.", Recursive = true };

    /// <summary>The arguments without the <c>--</c> that <c>dotnet run</c> asks for and that stands in what operators have written down, so that both ways work.</summary>
    public static string[] Arguments(string[] args) => args is ["--", .. var rest] ? rest : args;

    /// <summary>True when the arguments name a command and not just settings of the server.</summary>
    public static bool IsCommand(string[] args) => args.Length > 0 && (!args[0].StartsWith('-') || args is ["--help" or "-h" or "-?" or "--version"]);

    /// <summary>The arguments that configure the host; a command's own arguments are not among them.</summary>
    public static string[] ServerArguments(string[] args) => IsCommand(args) ? [] : args;

    /// <summary>True when a command's fault is to be printed with all that is known of it.</summary>
    public static bool WantsDetails(string[] args) => args.Contains(Details.Name);

    /// <returns>0 done, 1 failed, 2 wrong use.</returns>
    /// <exception cref="Exception">What went wrong in the command; whoever calls tells it in one line.</exception>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args)
    {
        var root = new RootCommand("AgencyCMS: disclosure sites of a county's agencies. Without a command the server starts.") { CommandConsole.Json, Details };
        foreach (var command in services.GetServices<IOperatorCommands>().SelectMany(source => source.Create()))
        {
            root.Add(command);
        }
        var parsed = root.Parse(args);
        var changed = new ConcurrentDictionary<TenantId, bool>();
        services.GetRequiredService<ChangeSignal>().Woken += tenant => changed[tenant] = true;
        int code;
        try
        {
            code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        finally
        {
            // Nothing in this process follows the logs: the servers are told, so that they let go of pages that are out of date.
            foreach (var tenant in changed.Keys)
            {
                await NodeBell.RingAsync(services.GetRequiredService<StoreSessions>(), tenant, CancellationToken.None);
            }
        }
        return parsed.Errors.Count > 0 ? 2 : code;
    }
}
