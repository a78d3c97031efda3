namespace AgencyCMS.Benchmarks;

/// <summary>How large and how long.</summary>
internal sealed record BenchmarkOptions
{
    public required int Items { get; init; }
    public required int Tenants { get; init; }
    public required int Seconds { get; init; }
    public required int WarmUpSeconds { get; init; }
    public required int Connections { get; init; }

    /// <summary>Absolute path under which each kind of generated data has a folder.</summary>
    public required string DataPath { get; init; }

    /// <summary>The data are there, indexed by this program: neither is done again.</summary>
    public required bool IsPrepared { get; init; }

    public TimeSpan Duration => TimeSpan.FromSeconds(Seconds);
    public TimeSpan WarmUp => TimeSpan.FromSeconds(WarmUpSeconds);
}
