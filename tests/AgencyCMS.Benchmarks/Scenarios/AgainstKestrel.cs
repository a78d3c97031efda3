using System.Globalization;
using AgencyCMS.Benchmarks.Measuring;
using AgencyCMS.Benchmarks.Processes;

namespace AgencyCMS.Benchmarks.Scenarios;

/// <summary>Requests per CPU-second of the platform in hundredths of those of a bare Kestrel that returns the same bytes, in one run.</summary>
internal static class AgainstKestrel
{
    // The two take turns, so that what else the machine does meets both.
    private const int Rounds = 6;

    public static async Task<Measurement> MeasureAsync(
        string what, string budget, ServerProcess server, LoadGenerator load, string page, Func<int, string> path, BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var (body, contentType, _) = await load.GetAsync(page, cancellationToken);
        await using var bare = await ServerProcess.StartBareAsync(body, contentType, cancellationToken);
        using var bareLoad = new LoadGenerator(bare.Address, options.Connections);
        await load.SaturateAsync(path, options.WarmUp, cancellationToken);
        await bareLoad.SaturateAsync(path, options.WarmUp, cancellationToken);
        var (ours, theirs) = (new Use(), new Use());
        for (var round = 0; round < Rounds; round++)
        {
            await ours.AddAsync(server, load, path, options.Duration / Rounds, cancellationToken);
            await theirs.AddAsync(bare, bareLoad, path, options.Duration / Rounds, cancellationToken);
        }
        var (own, kestrel) = (ours.PerCpuSecond, theirs.PerCpuSecond);
        return new Measurement(
            string.Create(CultureInfo.InvariantCulture, $"{what}, {body.Length:N0} bytes"),
            budget,
            string.Create(CultureInfo.InvariantCulture, $"{own / kestrel:P1}"),
            string.Create(CultureInfo.InvariantCulture, $"{own:N0} against {kestrel:N0} requests per CPU-second ({1000 / own:N2} ms against {1000 / kestrel:N3} ms)"));
    }

    private sealed class Use
    {
        private long _requests;
        private double _cpuSeconds;

        public double PerCpuSecond => _requests / _cpuSeconds;

        public async Task AddAsync(ServerProcess server, LoadGenerator load, Func<int, string> path, TimeSpan duration, CancellationToken cancellationToken)
        {
            var before = server.CpuSeconds;
            _requests += (await load.SaturateAsync(path, duration, cancellationToken)).Count;
            _cpuSeconds += server.CpuSeconds - before;
        }
    }
}
