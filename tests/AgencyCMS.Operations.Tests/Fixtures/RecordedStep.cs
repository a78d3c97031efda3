using AgencyCMS.Modularity.Operations;

namespace AgencyCMS.Operations.Tests.Fixtures;

/// <summary>A module's share in a restore that fails as long as it is told to.</summary>
internal sealed class RecordedStep(string name) : IAfterRestore
{
    public string Name => name;

    public bool Fails { get; set; }

    public int Runs { get; private set; }

    public Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        Runs++;
        return Fails ? throw new InvalidOperationException("It does not work.") : Task.FromResult<IReadOnlyList<string>>([]);
    }
}
