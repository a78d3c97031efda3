using System.Globalization;
using AgencyCMS.Benchmarks.Measuring;
using AgencyCMS.Benchmarks.Processes;

namespace AgencyCMS.Benchmarks.Scenarios;

/// <summary>The first page of tenants that nobody has visited since the start.</summary>
internal sealed class ColdTenant : IScenario
{
    private const int Items = 10;

    public string Name => "cold-tenant";

    public async Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var data = await GeneratedData.PrepareAsync(options, options.Tenants, Items, cancellationToken);
        await using var server = await ServerProcess.StartAsync(data, GeneratedData.HomeOf(1), cancellationToken);
        using var client = new LoadGenerator(server.Address, 1);
        var result = new LoadResult(await TouchedTenants.VisitAsync(client, options, cancellationToken), TimeSpan.Zero);
        return
        [
            new Measurement(
                "first page of a cold tenant",
                "under 100 ms",
                string.Create(CultureInfo.InvariantCulture, $"p99 {result.Percentile(0.99):N1} ms"),
                string.Create(CultureInfo.InvariantCulture, $"p50 {result.Percentile(0.5):N1} ms, longest {result.Percentile(1):N1} ms, {result.Count} tenants")),
        ];
    }
}
