using System.Globalization;
using AgencyCMS.Benchmarks.Measuring;
using AgencyCMS.Benchmarks.Processes;

namespace AgencyCMS.Benchmarks.Scenarios;

/// <summary>Requests per CPU-second of the platform in hundredths of those of a bare Kestrel that returns the same bytes, in one run.</summary>
internal static class AgainstKestrel
{
    public static async Task<Measurement> MeasureAsync(
        string what, string budget, ServerProcess server, LoadGenerator load, string page, Func<int, string> path, BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var own = await MeasureAsync(server, load, path, options, cancellationToken);
        var (body, contentType, _) = await load.GetAsync(page, cancellationToken);
        await using var bare = await ServerProcess.StartBareAsync(body, contentType, cancellationToken);
        using var bareLoad = new LoadGenerator(bare.Address, options.Connections);
        var kestrel = await MeasureAsync(bare, bareLoad, path, options, cancellationToken);
        return new Measurement(
            string.Create(CultureInfo.InvariantCulture, $"{what}, {body.Length:N0} bytes"),
            budget,
            string.Create(CultureInfo.InvariantCulture, $"{own / kestrel:P1}"),
            string.Create(CultureInfo.InvariantCulture, $"{own:N0} against {kestrel:N0} requests per CPU-second ({1000 / own:N2} ms against {1000 / kestrel:N3} ms)"));
    }

    private static async Task<double> MeasureAsync(ServerProcess server, LoadGenerator load, Func<int, string> path, BenchmarkOptions options, CancellationToken cancellationToken)
    {
        await load.SaturateAsync(path, options.WarmUp, cancellationToken);
        var before = server.CpuSeconds;
        var result = await load.SaturateAsync(path, options.Duration, cancellationToken);
        return result.Count / (server.CpuSeconds - before);
    }
}
