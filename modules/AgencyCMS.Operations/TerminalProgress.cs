using System.CommandLine;
using System.Globalization;
using AgencyCMS.Modularity.Commands;

namespace AgencyCMS.Operations;

/// <summary>A count that grows on the terminal's standard error; silent where nobody looks.</summary>
internal sealed class TerminalProgress(TextWriter? target, string what) : IProgress<int>
{
    public static TerminalProgress Of(ParseResult parsed, string what) =>
        new(Console.IsErrorRedirected || parsed.GetValue(CommandConsole.Json) ? null : parsed.InvocationConfiguration.Error, what);

    public void Report(int value) => target?.Write(string.Create(CultureInfo.InvariantCulture, $"\r{value:N0} {what} "));
}
