using System.Globalization;
using AgencyCMS.Benchmarks.Measuring;
using AgencyCMS.Benchmarks.Processes;

namespace AgencyCMS.Benchmarks.Scenarios;

/// <summary>The search page of one agency.</summary>
internal sealed class TenantSearch : IScenario
{
    public string Name => "search";

    public async Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var data = await GeneratedData.PrepareAsync(options, 1, options.Items, cancellationToken);
        await GeneratedData.IndexAsync(options, data, cancellationToken);
        await using var server = await ServerProcess.StartAsync(data, GeneratedData.HomeOf(1), cancellationToken);
        using var load = new LoadGenerator(server.Address, options.Connections);
        var what = string.Create(CultureInfo.InvariantCulture, $"search page among {options.Items:N0} items");
        return [await HalfLoad.MeasureAsync(what, "p99 under 20 ms", load, number => SearchWords.PathOf(GeneratedData.HomeOf(1), number), options, cancellationToken)];
    }
}
