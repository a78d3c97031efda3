using System.Globalization;
using AgencyCMS.Benchmarks.Measuring;
using AgencyCMS.Benchmarks.Processes;

namespace AgencyCMS.Benchmarks.Scenarios;

/// <summary>The home page of a site, made anew for every request: each has an address of its own.</summary>
internal sealed class UncachedHome : IScenario
{
    private const int MostItems = 5000;

    public string Name => "uncached-home";

    public async Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var items = Math.Min(options.Items, MostItems);
        var data = await GeneratedData.PrepareAsync(options, 1, items, cancellationToken);
        var home = GeneratedData.HomeOf(1);
        await using var server = await ServerProcess.StartAsync(data, home, cancellationToken);
        using var load = new LoadGenerator(server.Address, options.Connections);
        var what = string.Create(CultureInfo.InvariantCulture, $"home page of {items:N0} items");
        return [await AgainstKestrel.MeasureAsync(what, "at least 10 % of Kestrel", server, load, home, number => Fresh.Of(home, number), options, cancellationToken)];
    }
}
