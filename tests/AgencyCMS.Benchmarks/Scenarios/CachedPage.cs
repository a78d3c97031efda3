using AgencyCMS.Benchmarks.Measuring;
using AgencyCMS.Benchmarks.Processes;

namespace AgencyCMS.Benchmarks.Scenarios;

/// <summary>The same public page again and again: what it costs beside the same bytes from memory.</summary>
internal sealed class CachedPage : IScenario
{
    private const int Items = 100;

    public string Name => "cached-page";

    public async Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var data = await GeneratedData.PrepareAsync(options, 1, Items, cancellationToken);
        await using var server = await ServerProcess.StartAsync(data, GeneratedData.HomeOf(1), cancellationToken);
        using var load = new LoadGenerator(server.Address, options.Connections);
        var page = GeneratedData.HomeOf(1) + "catalogue"; // the page of the generated sites that comes nearest to 30 KB
        return [await AgainstKestrel.MeasureAsync($"page {page}", "at least 90 % of Kestrel", server, load, page, _ => page, options, cancellationToken)];
    }
}
