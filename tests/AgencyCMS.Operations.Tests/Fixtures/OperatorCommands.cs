using System.CommandLine;
using AgencyCMS.Modularity.Commands;
using AgencyCMS.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Operations.Tests.Fixtures;

/// <summary>The operator's commands, run inside a host of tests.</summary>
internal static class OperatorCommands
{
    public static async Task<CommandResult> RunAsync(TestHost<Program> host, params string[] arguments)
    {
        var root = new RootCommand { CommandConsole.Json };
        foreach (var command in host.Services.GetServices<IOperatorCommands>().SelectMany(source => source.Create()))
        {
            root.Add(command);
        }
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await root.Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return new CommandResult(code, output.ToString(), error.ToString());
    }
}

public sealed record CommandResult(int ExitCode, string Output, string Error);
