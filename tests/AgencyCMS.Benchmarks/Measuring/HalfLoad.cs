using System.Globalization;

namespace AgencyCMS.Benchmarks.Measuring;

/// <summary>The time of requests at half of the load that a server can bear.</summary>
internal static class HalfLoad
{
    public static async Task<Measurement> MeasureAsync(
        string what, string budget, LoadGenerator load, Func<int, string> path, BenchmarkOptions options, CancellationToken cancellationToken)
    {
        await load.SaturateAsync(path, options.WarmUp, cancellationToken);
        var full = await load.SaturateAsync(path, options.Duration, cancellationToken);
        var half = await load.PaceAsync(path, full.PerSecond / 2, options.Duration, cancellationToken);
        return new Measurement(
            what,
            budget,
            string.Create(CultureInfo.InvariantCulture, $"p99 {half.Percentile(0.99):N1} ms"),
            string.Create(CultureInfo.InvariantCulture, $"p50 {half.Percentile(0.5):N1} ms, {half.Count:N0} requests at {half.PerSecond:N0}/s of {full.PerSecond:N0}/s"));
    }
}
