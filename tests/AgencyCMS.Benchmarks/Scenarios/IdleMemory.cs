using System.Globalization;
using AgencyCMS.Benchmarks.Processes;

namespace AgencyCMS.Benchmarks.Scenarios;

/// <summary>What a tenant that nobody visits costs in memory: the difference between few and many, after the same first page and a time of rest.</summary>
internal sealed class IdleMemory : IScenario
{
    private const int Items = 10;

    public string Name => "idle-memory";

    public async Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var few = await MeasureAsync(options, 1, cancellationToken);
        var many = await MeasureAsync(options, options.Tenants, cancellationToken);
        return
        [
            new Measurement(
                "memory for each idle tenant",
                "at most 100 KiB",
                string.Create(CultureInfo.InvariantCulture, $"{(many - few) / 1024.0 / Math.Max(options.Tenants - 1, 1):N1} KiB"),
                string.Create(CultureInfo.InvariantCulture, $"{many / 1048576.0:N0} MiB with {options.Tenants:N0} tenants, {few / 1048576.0:N0} MiB with 1, after {options.Seconds} s of rest")),
        ];
    }

    private static async Task<long> MeasureAsync(BenchmarkOptions options, int tenants, CancellationToken cancellationToken)
    {
        var data = await GeneratedData.PrepareAsync(options, tenants, Items, cancellationToken);
        await using var server = await ServerProcess.StartAsync(data, GeneratedData.HomeOf(1), cancellationToken);
        await Task.Delay(options.Duration, cancellationToken);
        return server.ResidentBytes;
    }
}
