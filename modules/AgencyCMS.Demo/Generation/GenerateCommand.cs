using System.CommandLine;
using AgencyCMS.Modularity.Commands;
using AgencyCMS.Modularity.Problems;
using Spectre.Console;

namespace AgencyCMS.Demo.Generation;

/// <summary>The command <c>demo generate --tenants N --items M [--seed S]</c>.</summary>
internal sealed class GenerateCommand(DemoGeneration generation) : IOperatorCommands
{
    private const int MaxTenants = 9999;
    private const int MaxItems = 10_000_000;

    public IEnumerable<Command> Create()
    {
        var tenants = Number("--tenants", "How many generated tenants there shall be.", MaxTenants);
        var items = Number("--items", "How many items each of them shall have.", MaxItems);
        var seed = new Option<int>("--seed") { Description = "Another seed gives other texts.", DefaultValueFactory = _ => 1 };
        var generate = new Command("generate", "Fill the data folder for load tests; safe to repeat and to break off.") { tenants, items, seed };
        generate.SetAction((parsed, cancellationToken) => RunAsync(parsed, parsed.GetValue(tenants), parsed.GetValue(items), parsed.GetValue(seed), cancellationToken));
        yield return new Command("demo", "Generated data for load tests.") { generate };
    }

    private async Task<int> RunAsync(ParseResult parsed, int tenants, int items, int seed, CancellationToken cancellationToken)
    {
        var report = new DemoReport();
        var outcome = await ShowAsync(parsed, progress => generation.RunAsync(tenants, items, seed, report, progress, cancellationToken));
        return outcome.IsRefused ? CommandConsole.Failed(parsed, outcome.Problems) : CommandConsole.Done(parsed, report, report.ToString());
    }

    private static async Task<Outcome> ShowAsync(ParseResult parsed, Func<Action<DemoReport>?, Task<Outcome>> work)
    {
        if (parsed.GetValue(CommandConsole.Json) || Console.IsErrorRedirected)
        {
            return await work(null);
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Status().StartAsync("…", status => work(report => status.Status(report.ToString())));
    }

    private static Option<int> Number(string name, string description, int most)
    {
        var option = new Option<int>(name) { Description = description, Required = true };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var value && (value < 0 || value > most))
            {
                result.AddError(FormattableString.Invariant($"{name} is a number from 0 to {most}."));
            }
        });
        return option;
    }
}
