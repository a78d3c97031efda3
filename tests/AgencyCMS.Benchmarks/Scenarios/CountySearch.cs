using System.Globalization;
using AgencyCMS.Benchmarks.Measuring;
using AgencyCMS.Benchmarks.Processes;

namespace AgencyCMS.Benchmarks.Scenarios;

/// <summary>The search page of the county, over the items of ten agencies.</summary>
internal sealed class CountySearch : IScenario
{
    private const int Agencies = 10;

    public string Name => "county-search";

    public async Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var data = await GeneratedData.PrepareAsync(options, Agencies, options.Items, cancellationToken);
        await GeneratedData.IndexAsync(options, data, cancellationToken);
        await using var server = await ServerProcess.StartAsync(data, "/", cancellationToken);
        using var load = new LoadGenerator(server.Address, options.Connections);
        var what = string.Create(CultureInfo.InvariantCulture, $"search page of the county among {(long)Agencies * options.Items:N0} items");
        return [await HalfLoad.MeasureAsync(what, "p99 under 100 ms", load, number => SearchWords.PathOf("/", number), options, cancellationToken)];
    }
}
