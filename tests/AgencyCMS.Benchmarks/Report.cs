using System.Globalization;

namespace AgencyCMS.Benchmarks;

/// <summary>Runs scenarios one after the other and prints a table.</summary>
internal static class Report
{
    public static async Task RunAsync(IEnumerable<IScenario> scenarios, BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var load = (await File.ReadAllTextAsync("/proc/loadavg", cancellationToken)).Trim();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores, load before {load}, {options.Items:N0} items, {options.Tenants:N0} tenants, {options.Seconds} s after {options.WarmUpSeconds} s of warm-up, {options.Connections} connections\n"));
        Console.WriteLine("| scenario | what | budget | measured | numbers |\n|---|---|---|---|---|");
        foreach (var scenario in scenarios)
        {
            Console.Error.WriteLine($"{scenario.Name} …");
            foreach (var line in await scenario.RunAsync(options, cancellationToken))
            {
                Console.WriteLine($"| {scenario.Name} | {line.What} | {line.Budget} | {line.Value} | {line.Detail} |");
            }
        }
    }
}
