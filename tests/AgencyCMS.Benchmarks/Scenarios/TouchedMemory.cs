using System.Globalization;
using AgencyCMS.Benchmarks.Measuring;
using AgencyCMS.Benchmarks.Processes;

namespace AgencyCMS.Benchmarks.Scenarios;

/// <summary>Resident memory of a server with many tenants after 300 of them were visited.</summary>
internal sealed class TouchedMemory : IScenario
{
    private const int Items = 10;

    public string Name => "touched-memory";

    public async Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var data = await GeneratedData.PrepareAsync(options, options.Tenants, Items, cancellationToken);
        await using var server = await ServerProcess.StartAsync(data, GeneratedData.HomeOf(1), cancellationToken);
        using var client = new LoadGenerator(server.Address, 1);
        var before = server.ResidentBytes;
        var visited = await TouchedTenants.VisitAsync(client, options, cancellationToken);
        return
        [
            new Measurement(
                string.Create(CultureInfo.InvariantCulture, $"resident memory, {options.Tenants:N0} tenants, {visited.Count} visited"),
                "under 800 MiB with 3,000 and 300",
                string.Create(CultureInfo.InvariantCulture, $"{server.ResidentBytes / 1048576.0:N0} MiB"),
                string.Create(CultureInfo.InvariantCulture, $"{before / 1048576.0:N0} MiB before the visits")),
        ];
    }
}
