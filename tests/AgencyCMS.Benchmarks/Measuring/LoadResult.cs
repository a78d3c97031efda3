namespace AgencyCMS.Benchmarks.Measuring;

/// <param name="Milliseconds">Time of each request, shortest first.</param>
/// <param name="Elapsed">Length of the whole.</param>
internal sealed record LoadResult(IReadOnlyList<double> Milliseconds, TimeSpan Elapsed)
{
    public int Count => Milliseconds.Count;

    public double PerSecond => Count / Elapsed.TotalSeconds;

    /// <param name="share">0 to 1, such as 0.99.</param>
    public double Percentile(double share) => Count == 0 ? double.NaN : Milliseconds[Math.Min((int)Math.Ceiling(share * Count), Count) - 1];
}
