using System.CommandLine;
using Spectre.Console;

namespace AgencyCMS.Modularity.Commands;

/// <summary>Shows on a terminal what a command is doing. Written to standard error; nothing is shown when that is not a terminal or JSON was asked for.</summary>
public static class CommandProgress
{
    /// <summary>Runs work that tells what it is doing.</summary>
    /// <param name="parsed">The command.</param>
    /// <param name="start">What is shown at first.</param>
    /// <param name="work">Gets a function that changes what is shown.</param>
    public static async Task<T> ShowAsync<T>(ParseResult parsed, string start, Func<Action<string>, Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        ArgumentNullException.ThrowIfNull(work);
        if (Console.IsErrorRedirected || parsed.GetValue(CommandConsole.Json))
        {
            return await work(_ => { });
        }
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await terminal.Status().StartAsync(Markup.Escape(start), context => work(text => context.Status(Markup.Escape(text))));
    }
}
