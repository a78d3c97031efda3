using System.Globalization;
using AgencyCMS.Benchmarks.Processes;

namespace AgencyCMS.Benchmarks.Scenarios;

/// <summary>Making a tenant by its recipe in a process that has made others: the difference between making few and many.</summary>
internal sealed class CreateTenant : IScenario
{
    private const int Few = 10;

    public string Name => "create-tenant";

    public async Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var many = Math.Clamp(options.Tenants, 10, 100);
        var few = await TimeAsync(options, Few, cancellationToken);
        var all = await TimeAsync(options, Few + many, cancellationToken);
        return
        [
            new Measurement(
                "creation of a tenant, warm",
                "under 300 ms",
                string.Create(CultureInfo.InvariantCulture, $"{(all - few).TotalMilliseconds / many:N0} ms"),
                string.Create(CultureInfo.InvariantCulture, $"{Few + many} tenants in {all.TotalSeconds:N1} s, {Few} in {few.TotalSeconds:N1} s, each in a process of its own")),
        ];
    }

    private static async Task<TimeSpan> TimeAsync(BenchmarkOptions options, int tenants, CancellationToken cancellationToken)
    {
        var data = await GeneratedData.PrepareEmptyAsync(options, cancellationToken);
        try
        {
            return await GeneratedData.GenerateAsync(data, tenants, 0, cancellationToken);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }
}
