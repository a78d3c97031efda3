namespace AgencyCMS.Benchmarks;

/// <summary>One budget and how it is measured.</summary>
internal interface IScenario
{
    /// <summary>What it is called on the command line.</summary>
    string Name { get; }

    Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken);
}

/// <param name="What">What was measured, with its size.</param>
/// <param name="Budget">What the design allows.</param>
/// <param name="Value">What came out, with its unit.</param>
/// <param name="Detail">The numbers behind it.</param>
internal sealed record Measurement(string What, string Budget, string Value, string Detail);
