using AgencyCMS.Benchmarks.Measuring;
using AgencyCMS.Benchmarks.Processes;

namespace AgencyCMS.Benchmarks.Scenarios;

/// <summary>Visits tenants one after the other that nobody has visited since the start.</summary>
internal static class TouchedTenants
{
    private const int Most = 300;

    /// <returns>Milliseconds of each first page; the tenant that made the server warm is not among them.</returns>
    public static async Task<IReadOnlyList<double>> VisitAsync(LoadGenerator client, BenchmarkOptions options, CancellationToken cancellationToken)
    {
        for (var warm = 0; warm < 20; warm++)
        {
            await client.GetAsync(GeneratedData.HomeOf(1), cancellationToken);
        }
        var times = new List<double>();
        for (var number = 2; number <= Math.Min(options.Tenants, Most + 1); number++)
        {
            times.Add((await client.GetAsync(GeneratedData.HomeOf(number), cancellationToken)).Time.TotalMilliseconds);
        }
        times.Sort();
        return times;
    }
}
