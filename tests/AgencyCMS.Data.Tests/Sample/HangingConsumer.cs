using System.Collections.Concurrent;
using AgencyCMS.Data.Changes;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Data.Tests.Sample;

/// <summary>Does not come back from some tenants, as a share does that no longer answers, until it is let go.</summary>
internal sealed class HangingConsumer : IChangeConsumer, IDisposable
{
    private readonly ManualResetEventSlim _gate = new();

    public ConcurrentDictionary<TenantId, bool> Tenants { get; } = new();

    public const string ConsumerName = "sample.hanging";

    public string Name => ConsumerName;

    public bool IsPerNode => true;

    public Task<long> ReadPositionAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        if (Tenants.ContainsKey(tenant.Id))
        {
            _gate.Wait(CancellationToken.None);
        }
        return Task.FromResult(long.MaxValue);
    }

    public Task ApplyAsync(Tenant tenant, IReadOnlyList<Change> changes, long position, CancellationToken cancellationToken) => Task.CompletedTask;

    public void LetGo() => _gate.Set();

    public void Dispose() => _gate.Dispose();
}
