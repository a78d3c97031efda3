using System.Globalization;
using AgencyCMS.Benchmarks.Processes;

namespace AgencyCMS.Benchmarks.Scenarios;

/// <summary>From the start of the process to the first page of an agency, with one tenant and with many.</summary>
internal sealed class StartUp : IScenario
{
    private const int Starts = 5;
    private const int Items = 10;

    public string Name => "start";

    public async Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken) =>
    [
        await MeasureAsync(options, 1, "under 1.5 s", cancellationToken),
        await MeasureAsync(options, options.Tenants, "under 3 s with 3,000", cancellationToken),
    ];

    private static async Task<Measurement> MeasureAsync(BenchmarkOptions options, int tenants, string budget, CancellationToken cancellationToken)
    {
        var data = await GeneratedData.PrepareAsync(options, tenants, Items, cancellationToken);
        var times = new List<double>();
        for (var start = 0; start < Starts; start++)
        {
            await using var server = await ServerProcess.StartAsync(data, GeneratedData.HomeOf(1), cancellationToken);
            times.Add(server.UntilFirstPage.TotalSeconds);
        }
        times.Sort();
        return new Measurement(
            string.Create(CultureInfo.InvariantCulture, $"start to first page with {tenants:N0} tenants"),
            budget,
            string.Create(CultureInfo.InvariantCulture, $"{times[times.Count / 2]:N2} s"),
            string.Create(CultureInfo.InvariantCulture, $"median of {Starts}; {times[0]:N2} to {times[^1]:N2} s"));
    }
}
